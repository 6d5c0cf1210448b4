import type { Judgement } from '../verdict.ts';

/** How long something had been left alone when it was looked at. */
export interface Age {
  /** Seconds; the policy's limit. */
  limitSeconds: number;
  /** Seconds since the session's last request, measured when it was looked at. */
  idleForSeconds: number;
}

/** As in sentences: `after 10.2 s without activity (limit 8 s)`. */
export function aged({ limitSeconds, idleForSeconds }: Age): string {
  return `after ${span(idleForSeconds)} without activity (limit ${span(limitSeconds)})`;
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
