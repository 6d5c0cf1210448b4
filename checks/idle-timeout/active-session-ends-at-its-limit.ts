import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Judgement, TimeBar } from '../verdict.ts';
import { barsOf, type ClaimedLifetime } from './claimed-lifetime.ts';
import { CLEARLY_WITHIN, GRAIN, type Held, limitOf, span } from './judge-age.ts';

/** Replays of a session's credentials past its absolute limit, after it was in use all the while. */
export interface UsedForLongEvidence extends Held {
  /** Seconds; the policy's idle limit, where one is stated: a pause as long ends sessions, too. */
  idleSeconds?: number;
  /** How often the conversation was read meanwhile. */
  uses: number;
  /** Seconds since the sign-in; when the session was last seen to open the conversation. */
  aliveSeconds: number;
  /** Seconds since the sign-in; when it was first refused while it was in use, where that was seen. */
  endedSeconds?: number;
  /** Seconds since the sign-in; when every credential was tried. */
  triedSeconds: number;
  attacks: ControlledAttack[];
  /** How long what authenticates claims to be good, where that is to be seen beside the limit. */
  claims?: ClaimedLifetime[];
}

/** What ends before this part of its limit ends for another reason than its age. */
const FAR_BEFORE = 0.5;

export const activeSessionEndsAtItsLimit: Check<UsedForLongEvidence> = {
  title: 'a session ends at its absolute limit, however much it is used',
  severity: 'normal',
  standards: [STANDARDS.asvs732, STANDARDS.wstgSess07, STANDARDS.nist52],
  cause:
    'The server knows when a session was last used, and not when it began; or it begins anew with each renewal of a token; or only the page watches its age.',
  consequence:
    'Whoever has copied a cookie or a token once keeps it alive by using it, for as long as he likes: the person never has to sign in again, so neither does he, and a password that was changed elsewhere or an account that was closed at the identity provider ends nothing.',
  fix: 'Store the time of the sign-in with the session on the server, refuse the session when that lies too far back, and let no renewal move it.',
  judge: judgeLongUse,
};

/** Whether a session that was in use all the while had ended when it was past its limit. */
export function judgeLongUse(evidence: UsedForLongEvidence): Judgement {
  const { triedSeconds, limitSeconds, attacks } = evidence;
  const judged = judgeAttacks(
    attacks,
    ({ name }) =>
      `${span(triedSeconds)} after the sign-in, and in use all the while (${limitOf(evidence)}), the conversation was still opened by ${name}`,
  );
  const measured = [{ summary: seen(evidence), times: timesOf(evidence) }];
  if (triedSeconds <= limitSeconds + GRAIN) {
    const unresolved = [
      `the credentials were tried ${span(triedSeconds)} after the sign-in, within the ${limitOf(evidence)}`,
    ];
    return { ...judgement({ unresolved, looked: true }), measured };
  }
  if (judged.outcome === 'fail') return { ...judged, measured };
  const unresolved = [...judged.unresolved, ...doubts(evidence)];
  return { ...judgement({ advice: adviceOn(evidence), unresolved, looked: true }), measured };
}

/** Why what was refused may have ended by something else than its age. */
function doubts({ endedSeconds, limitSeconds, ...rest }: UsedForLongEvidence): string[] {
  const { triedSeconds, aliveSeconds, idleSeconds, uses } = rest;
  if (uses === 0) return ['the session was over before it was put to use'];
  if (endedSeconds !== undefined && endedSeconds < limitSeconds * FAR_BEFORE) {
    return [
      `the session was over ${span(endedSeconds)} after the sign-in, so long before its limit of ${span(limitSeconds)} that something else than its age has ended it`,
    ];
  }
  const unusedSeconds = (endedSeconds ?? triedSeconds) - aliveSeconds;
  if (idleSeconds === undefined || unusedSeconds <= idleSeconds * CLEARLY_WITHIN) return [];
  return [
    `the session was last used ${span(unusedSeconds)} before it was refused, too near to its idle limit of ${span(idleSeconds)}: nobody can tell which of the two limits has ended it`,
  ];
}

function adviceOn({ endedSeconds, limitSeconds }: UsedForLongEvidence): { summary: string }[] {
  if (endedSeconds === undefined || endedSeconds >= limitSeconds - GRAIN) return [];
  const summary = `a session in use was over ${span(endedSeconds)} after the sign-in, before its limit of ${span(limitSeconds)}: people are cut off earlier than the policy says`;
  return [{ summary }];
}

function timesOf(evidence: UsedForLongEvidence): TimeBar[] {
  const { aliveSeconds, endedSeconds, triedSeconds, attacks, limitSeconds, claims } = evidence;
  const lives = attacks.some(({ attack }) => attack.reached);
  const measured = lives
    ? { seconds: triedSeconds, atMostSeconds: 'not known' as const }
    : { seconds: aliveSeconds, atMostSeconds: endedSeconds ?? triedSeconds };
  return [
    { name: 'limit', seconds: limitSeconds },
    { name: 'measured', ...measured },
    ...barsOf(claims),
  ];
}

function seen(evidence: UsedForLongEvidence): string {
  const { uses, aliveSeconds, endedSeconds, triedSeconds, attacks } = evidence;
  const lives = attacks.some(({ attack }) => attack.reached);
  const end = lives
    ? `still lived after ${span(triedSeconds)}`
    : `lived after ${span(aliveSeconds)} and had ended after ${span(endedSeconds ?? triedSeconds)}`;
  return `a session that was used ${uses} times ${end}; ${limitOf(evidence)}`;
}
