import type { Judgement } from '../verdict.ts';

/** What a product is held to. */
export interface Held {
  /** Seconds; the policy's limit. */
  limitSeconds: number;
  /** Where the profile states none: whose limit it is. */
  limitBy?: string;
}

/** How long something had been left alone when it was looked at. */
export interface Age extends Held {
  /** Seconds since the session's last request, measured when it was looked at. */
  idleForSeconds: number;
}

/** As in sentences: `after 10.2 s without activity (limit 8 s)`. */
export function aged(age: Age): string {
  return `after ${span(age.idleForSeconds)} without activity (${limitOf(age)})`;
}

/** For example `limit 30 min`. */
export function limitOf({ limitSeconds, limitBy }: Held): string {
  const by = limitBy === undefined ? '' : ` by ${limitBy}; the profile states none`;
  return `limit ${span(limitSeconds)}${by}`;
}

/** What a product is held to that states no idle limit of its own; NIST SP 800-63B-4 §2.2.3, a SHOULD at AAL2. */
export const UNSTATED_LIMIT = { limitSeconds: 3600, limitBy: 'NIST SP 800-63B-4 at AAL2' } as const;

/** The same for the absolute limit; likewise. */
export const UNSTATED_ABSOLUTE_LIMIT = {
  limitSeconds: 86_400,
  limitBy: 'NIST SP 800-63B-4 at AAL2',
} as const;

/** Seconds; limits are kept in whole ones, so that a session may live into the next. */
export const GRAIN = 1;

/** Pauses of up to this part of an idle limit are clearly within it. */
export const CLEARLY_WITHIN = 0.75;

/** How old a session was when it was found to be over, if it was, and the age at which the policy ends any; seconds. */
export interface Lifetime {
  ageSeconds?: number;
  absoluteSeconds?: number;
}

/** From this part of the absolute limit on, that may be what ended a session. */
const NEAR = 0.9;

/** Whether its absolute limit may be what ended a session, whatever else was done with it. */
export function mayBeOverByAge({ ageSeconds = 0, absoluteSeconds = Infinity }: Lifetime): boolean {
  return ageSeconds > absoluteSeconds * NEAR;
}

/** For example `10.2 s`, `8 s`, `30 min`, `23.9 h`, `14 days`. */
export function span(seconds: number): string {
  const [unit, size] = UNITS.find(([, least]) => seconds >= 2 * least) ?? ['s', 1];
  return `${Number((seconds / size).toFixed(1))} ${unit}`;
}

const UNITS = [
  ['days', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const;

/** What was looked at within the limit tells nothing, whatever was found. */
export function judgePastLimit(age: Age, judged: Judgement): Judgement {
  const { limitSeconds, idleForSeconds } = age;
  if (idleForSeconds > limitSeconds || judged.outcome === 'inconclusive') return judged;
  return {
    ...judged,
    outcome: 'inconclusive',
    flaws: [],
    unresolved: [
      `the session was probed after ${span(idleForSeconds)}, within its limit of ${span(limitSeconds)}`,
    ],
  };
}
