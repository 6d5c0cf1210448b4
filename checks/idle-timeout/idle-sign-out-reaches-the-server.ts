import type { Check } from '../check.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { judgeDeadCredentials, type OutlivedEvidence } from '../revocation/dead-credentials.ts';
import { STANDARDS } from '../standards.ts';
import { span } from './judge-age.ts';

/**
 * Replays of a session's credentials after its page signed the person out by its own clock, which was moved forward: for
 * the server next to no time has passed.
 */
export interface IdleSignOutEvidence extends OutlivedEvidence {
  /** Seconds by which the page's clock was ahead when it signed her out. */
  aheadSeconds: number;
  /** Seconds; the policy's idle limit, where one is stated. */
  limitSeconds?: number;
  /** Milliseconds since the epoch; when the session was last used. */
  lastUsedAt: number;
}

export const idleSignOutReachesTheServer: Check<IdleSignOutEvidence> = {
  title: 'the sign-out of an idle page reaches the server',
  // A limit of the server's own, if there is one, bounds what this costs; that it is missing is graded by itself.
  severity: 'minor',
  standards: [STANDARDS.asvs731, STANDARDS.asvs741, STANDARDS.wstgSess07],
  cause:
    'When its timer runs out, the page drops its state and shows the way to sign in, and never asks the server to end the session: who is out on the screen is in everywhere else.',
  consequence:
    'The person is told that she is out, while her cookie or token still opens her conversations, and so do the copies of it. How long is left to a limit of the server’s own: it may be missing or longer, and whatever the page asked for by itself has moved it.',
  fix: 'Have the page send its usual sign-out request when its timer runs out, and clear the screen whether or not an answer comes; keep an idle limit on the server for pages that were closed.',
  judge: (evidence) => {
    const { aheadSeconds, limitSeconds, lastUsedAt, attacks } = evidence;
    const judged = judgeDeadCredentials(
      evidence,
      ({ name }) =>
        `the page signed an idle person out when its clock had been moved forward by ${span(aheadSeconds)}, and the conversation was still opened by ${name}`,
    );
    if (judged.outcome !== 'pass' || limitSeconds === undefined) return judged;
    const idleForSeconds = (lastAskedAt(attacks) - lastUsedAt) / 1000;
    if (idleForSeconds < limitSeconds) return judged;
    return {
      ...judged,
      outcome: 'inconclusive',
      unresolved: [
        `the credentials were tried ${span(idleForSeconds)} after the session’s last use, when the limit of ${span(limitSeconds)} had run out on the server, too: this machine is too slow to tell which of the two ended the session`,
      ],
    };
  },
};

/** Milliseconds since the epoch; when the last answer came that may be a refusal. */
function lastAskedAt(attacks: readonly ControlledAttack[]): number {
  const answered = attacks.flatMap(({ attack }) =>
    attack.exchanges.map(({ startedAt, duration }) => startedAt + duration),
  );
  return Math.max(...answered);
}
