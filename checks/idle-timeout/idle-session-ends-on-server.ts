import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import { judgement } from '../evidence/judgement.ts';
import type { Probe } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import type { Judgement, TimeBar } from '../verdict.ts';
import { barsOf, type ClaimedLifetime, claimInWords } from './claimed-lifetime.ts';
import {
  aged,
  GRAIN,
  type Held,
  type Lifetime,
  limitOf,
  mayBeOverByAge,
  span,
} from './judge-age.ts';
import { type Bracket, bracketOf, bracketsOfParts, type Rung } from './ladder.ts';

/** Replays of sessions' credentials after each was left alone for its own time. */
export interface IdleEvidence extends Held {
  rungs: Rung[];
  /** How long what authenticates claims to be good. */
  claims?: ClaimedLifetime[];
  /** Where sign-ins came between: a read by another session of that account that was there before and was used since. */
  survivor?: Probe;
  /** No limit is stated, and it was only looked for what this run may wait for: all that is told is whether sessions end. */
  isMeasuredOnly?: true;
  /** Of that session. */
  survivorsLifetime?: Lifetime;
}

/** From this multiple of the limit on, a refusal says little about when the session ended. */
const FAR_PAST = 3;

export const idleSessionEndsOnServer: Check<IdleEvidence> = {
  title: 'an idle session ends on the server',
  severity: 'normal',
  standards: [STANDARDS.asvs731, STANDARDS.wstgSess07, STANDARDS.nist52],
  cause:
    'The limit is missing, or only a timer in the page enforces it, or only the cookie’s expiry does: the server itself never compares the session’s last use with a limit.',
  consequence:
    'A session forgotten on a shared or stolen device stays open for whoever comes next, and a copied credential lives for as long as it likes.',
  fix: 'Store the time of the last use with the session on the server and refuse the session when it lies too far back, whatever the page or the cookie says.',
  judge: (evidence) => {
    const past = evidence.rungs.filter((rung) => isPast(rung, evidence));
    const judged = past.map((rung) => {
      const age = { ...evidence, idleForSeconds: rung.idleForSeconds };
      return judgeAttacks(
        rung.attacks,
        ({ name }) => `${aged(age)} the conversation was still opened by ${name}`,
      );
    });
    return {
      ...judgeAll(evidence, judged),
      measured: [{ summary: measured(evidence), times: timesOf(evidence) }],
    };
  },
};

function isPast(
  { idleForSeconds }: Rung,
  { limitSeconds, rungs, isMeasuredOnly }: IdleEvidence,
): boolean {
  if (!isMeasuredOnly) return idleForSeconds > limitSeconds + GRAIN;
  return idleForSeconds >= (bracketOf(rungs).firstDead ?? Infinity);
}

function judgeAll(evidence: IdleEvidence, judged: readonly Judgement[]): Judgement {
  const flaws = judged.flatMap((each) => each.flaws);
  if (flaws.length > 0) return judgement({ flaws, looked: true });
  const unresolved = [...judged.flatMap((each) => each.unresolved), ...doubts(evidence)];
  return judgement({ advice: adviceOn(evidence), unresolved, looked: true });
}

/** Why what was refused may not have ended by its age. */
function doubts(evidence: IdleEvidence): string[] {
  const { rungs, survivor } = evidence;
  const oldest = Math.max(0, ...rungs.map(({ idleForSeconds }) => idleForSeconds));
  const reasons: string[] = [];
  if (!rungs.some((rung) => isPast(rung, evidence))) {
    reasons.push(
      `the oldest session was probed after ${span(oldest)}, within its ${limitOf(evidence)}`,
    );
  }
  if (survivor && !survivor.reached) {
    const { survivorsLifetime: lifetime = {} } = evidence;
    const why = mayBeOverByAge(lifetime)
      ? `it had come to its absolute limit of ${lifetime.absoluteSeconds} s meanwhile; state a longer one for this check`
      : 'signing in ends the account’s other sessions here, so nobody can tell what ended the idle one';
    reasons.push(`the idle session is refused, but so is one that was in use a moment ago: ${why}`);
  }
  if (bracketOf(rungs).outOfOrder) {
    reasons.push(
      'of sessions that were left alone a younger one had ended while an older one lived: something else than their age ends them',
    );
  }
  return reasons;
}

function adviceOn(evidence: IdleEvidence): Judgement['advice'] {
  const { firstDead, lastAlive } = bracketOf(evidence.rungs);
  if (firstDead === undefined || lastAlive !== undefined) return [];
  if (firstDead < evidence.limitSeconds * FAR_PAST) return [];
  const summary = `refused ${aged({ ...evidence, idleForSeconds: firstDead })}: that it ends at its limit is shown only by a run that may wait for it`;
  return [{ summary }];
}

/** What the ladder shows, beside what the product is held to and what it claims. */
function measured(evidence: IdleEvidence): string {
  const { rungs, claims = [] } = evidence;
  const parts = bracketsOfParts(rungs).map((each) => `${each.part}, ${became(each)}`);
  const told = [`idle sessions ${became(bracketOf(rungs))}`, ...parts, limitOf(evidence)];
  return [...told, ...claims.map(claimInWords)].join('; ');
}

function became({ lastAlive, firstDead }: Bracket): string {
  const alive = lastAlive === undefined ? [] : [`lived after ${span(lastAlive)}`];
  const dead = firstDead === undefined ? [] : [`had ended after ${span(firstDead)}`];
  return [...alive, ...dead].join(' and ') || 'were not looked at';
}

/** Limit, measurement and claims beside each other; what renews another credential ends by itself, and so does that one. */
function timesOf({ rungs, limitSeconds, claims }: IdleEvidence): TimeBar[] {
  return [
    { name: 'limit', seconds: limitSeconds },
    barOf('measured', bracketOf(rungs)),
    ...bracketsOfParts(rungs).map((each) => barOf(`measured: ${each.part}`, each)),
    ...barsOf(claims),
  ];
}

function barOf(name: string, { lastAlive = 0, firstDead }: Bracket): TimeBar {
  return { name, seconds: lastAlive, atMostSeconds: firstDead ?? 'not known' };
}
