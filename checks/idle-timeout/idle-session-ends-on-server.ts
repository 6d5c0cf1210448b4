import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack, Probe } from '../evidence/probe.ts';
import type { Judgement } from '../verdict.ts';
import { STANDARDS } from '../standards.ts';
import { type Age, aged, judgePastLimit } from './judge-age.ts';

/** Replays of a session's credentials after it was left alone for longer than the policy's idle limit. */
export interface IdleEvidence extends Age {
  attacks: ControlledAttack[];
  /** Where an earlier run parked the session: a read by another session of that account that was there before others signed in. */
  survivor?: Probe;
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
    judgeSurvivor(
      evidence,
      judgePastLimit(
        evidence,
        judgeAttacks(
          evidence.attacks,
          ({ name }) => `${aged(evidence)} the conversation was still opened by ${name}`,
        ),
      ),
    ),
};

/** From this multiple of the limit on, a refusal says little about when the session ended. */
const FAR_PAST = 3;

/** Where a sign-in ends the account's other sessions, the parked one may have ended by that. */
function judgeSurvivor(evidence: IdleEvidence, judged: Judgement): Judgement {
  const { survivor, idleForSeconds, limitSeconds } = evidence;
  if (judged.outcome !== 'pass' || survivor === undefined) return judged;
  if (survivor.reached) {
    if (idleForSeconds < limitSeconds * FAR_PAST) return judged;
    const summary = `refused ${aged(evidence)}: that it ends at its limit is shown only by a run that may wait for it`;
    return { ...judged, advice: [...judged.advice, { summary }] };
  }
  const reason =
    'the parked session is refused, but so is one that was in use a moment ago: signing in ends the account’s other sessions here, so nobody can tell what ended the parked one';
  return { ...judged, outcome: 'inconclusive', unresolved: [reason] };
}
