import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import { type Age, aged, judgePastLimit } from './judge-age.ts';

/** Replays of a session's credentials after it was left alone for longer than the policy's idle limit. */
export interface IdleEvidence extends Age {
  attacks: ControlledAttack[];
}

export const idleSessionEndsOnServer: Check<IdleEvidence> = {
  title: 'an idle session ends on the server',
  severity: 'normal',
  standards: [STANDARDS.asvs731, STANDARDS.wstgSess07, STANDARDS.nist52],
  cause:
    'The limit is missing, or only a timer in the page enforces it, or only the cookie’s expiry does: the server itself never compares the session’s last use with a limit.',
  consequence:
    'A session forgotten on a shared or stolen device stays open for whoever comes next, and a copied credential lives for as long as it likes.',
  fix: 'Store the time of the last use with the session on the server and refuse the session when it lies too far back, whatever the page or the cookie says.',
  judge: (evidence) =>
    judgePastLimit(
      evidence,
      judgeAttacks(
        evidence.attacks,
        ({ name }) => `${aged(evidence)} the conversation was still opened by ${name}`,
      ),
    ),
};
