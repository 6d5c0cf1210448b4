import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import { judgement } from '../evidence/judgement.ts';
import type { AttacksEvidence, Probe } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/**
 * Reads with what a browser holds in which somebody has given the victim's name and shown no right password: in a sign-in
 * that was left or refused, or in asking for a new password. The controls are the victim's own.
 */
export interface HalfDoneEvidence extends AttacksEvidence {
  /** One look by each of these browsers, after the sign-in had been finished there. */
  finished: Probe[];
  /** What was there and could not be carried out, and why. */
  uncertain: string[];
}

export const halfDoneSignInGivesNoAccess: Check<HalfDoneEvidence> = {
  title: 'a sign-in, a password reset or a guest chat that is left half-done opens nothing',
  severity: 'blocker',
  standards: [
    STANDARDS.wstgSess08,
    STANDARDS.asvs231,
    STANDARDS.asvs643,
    STANDARDS.wstgAthn04,
    STANDARDS.asvs822,
  ],
  cause:
    'The session notes whose name was given in the field by which routes tell who is signed in (session puzzling), or the ticket for the next step of a sign-in or reset is signed like an access token and says nothing of its purpose.',
  consequence:
    'Whoever knows a person’s user name or e-mail address gives it in the sign-in or in “Forgot your password?”, goes no further, and reads her conversations.',
  fix: 'Keep what is half-done apart from who is signed in: in a record of its own, or in a token with an audience that no other route takes. Write the account into the session at one place only, after the last step, with a new identifier.',
  judge: ({ attacks, untried, finished, uncertain }) => {
    const judged = judgeAttacks(
      attacks,
      (attack) => `${attack.name} returned the conversation to ${attack.attack.label}`,
      untried,
    );
    const withoutControl = finished
      .filter(({ reached }) => !reached)
      .map(
        ({ label, unanswered }) =>
          `${label} did not see the conversation either${unanswered === undefined ? '' : ` (${unanswered})`}, so that it is not known that it would have been seen there`,
      );
    return judgement({
      ...judged,
      unresolved: [...judged.unresolved, ...withoutControl, ...uncertain],
      looked: attacks.length > 0,
    });
  },
};
