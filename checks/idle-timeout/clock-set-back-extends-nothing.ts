import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import { type Age, aged, CLEARLY_WITHIN, judgePastLimit, span } from './judge-age.ts';

/**
 * Replays of a session’s credentials after its page stayed open, and nobody touched it, for longer than the limit, while
 * the clock of that page was set back again and again.
 */
export interface ClockSetBackEvidence extends Age {
  attacks: ControlledAttack[];
  /** Seconds by which the page's clock was behind when the person signed in. */
  behindSeconds: number;
  /** How often it was set back while nobody touched the page. */
  setBack: number;
  /** Seconds; the most that passed by that clock meanwhile. */
  passedSeconds: number;
}

export const clockSetBackExtendsNothing: Check<ClockSetBackEvidence> = {
  title: 'a clock that is set back keeps no session alive',
  severity: 'normal',
  standards: [STANDARDS.asvs731, STANDARDS.wstgSess07, STANDARDS.nist52],
  cause:
    'The server takes from the page how long nobody has touched it, or when somebody last did, and the page goes by the clock of the computer that it runs on; or there is no limit but the page’s.',
  consequence:
    'A computer whose clock is wrong, or is put right, keeps a forgotten session alive; and whoever holds a copy of the credential says himself how long he was away, and never is for too long.',
  fix: 'Go by the server’s clock alone: when its requests came in tells when a person was last there. Take from the page that somebody did something, and not when.',
  judge: (evidence) => {
    const { setBack, passedSeconds, limitSeconds, attacks } = evidence;
    if (setBack === 0 || passedSeconds > limitSeconds * CLEARLY_WITHIN) {
      const unresolved = [
        `the clock of the page was set back ${setBack} times, and ${span(passedSeconds)} passed by it, too near to the limit of ${span(limitSeconds)}: this machine is too slow to keep it back`,
      ];
      return judgement({ unresolved, looked: true });
    }
    return judgePastLimit(
      evidence,
      judgeAttacks(
        attacks,
        ({ name }) =>
          `${aged(evidence)} at an open page by whose clock no more than ${span(passedSeconds)} had passed, the conversation was still opened by ${name}`,
      ),
    );
  },
};
