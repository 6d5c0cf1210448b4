import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import { judgement } from '../evidence/judgement.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** One logout under difficulties. */
export interface AdverseLogout {
  /** For example `the server answers 500`. */
  difficulty: string;
  /** The difficulty really was met: the request failed, was late, or came twice. */
  met: boolean;
  /**
   * The page said, or showed by its sign-in form, that the person is signed out; `unclear`: it looked like neither side of
   * a sign-out without difficulties.
   */
  toldSignedOut: boolean | 'unclear';
  /** The old credentials, after it. */
  attacks: ControlledAttack[];
}

export interface AdverseLogoutEvidence {
  logouts: AdverseLogout[];
  /** Difficulties that this product cannot be put to, in words. */
  untried?: string[];
}

export const failedLogoutIsNotHidden: Check<AdverseLogoutEvidence> = {
  title: 'who is told of being signed out is signed out',
  severity: 'critical',
  standards: [STANDARDS.asvs741, STANDARDS.asvs1431, STANDARDS.wstgSess06],
  cause:
    'The page clears itself and shows the sign-in form whatever became of the request that was to end the session.',
  consequence:
    'On a bad connection, or while the server is failing, people walk away from a shared computer whose session is alive, having been told that it is not.',
  fix: 'Show that the sign-out failed, and offer to try again; where the page must leave, queue the request and repeat it until the server has confirmed it.',
  judge: ({ logouts, untried = [] }) => {
    const flaws = [];
    const unresolved = [];
    for (const { difficulty, met, toldSignedOut, attacks } of logouts) {
      if (!met) unresolved.push(`${difficulty}: the difficulty did not come about`);
      // Whoever is told that it failed knows that the session lives on.
      if (toldSignedOut === false) continue;
      const said =
        toldSignedOut === true
          ? 'the page said that the person was signed out'
          : 'whether the page said that the person was signed out cannot be told';
      const judged = judgeAttacks(
        attacks,
        ({ name }) => `${difficulty}: ${said}, and ${name} still opened the conversation`,
      );
      if (toldSignedOut === true) flaws.push(...judged.flaws);
      else unresolved.push(...judged.flaws.map(({ summary }) => summary));
      unresolved.push(...judged.unresolved.map((reason) => `${difficulty}: ${reason}`));
    }
    const advice = untried.map((summary) => ({ summary }));
    return judgement({ flaws, advice, unresolved, looked: logouts.length > 0 });
  },
};
