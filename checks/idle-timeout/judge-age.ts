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
  return `after ${idleForSeconds.toFixed(1)} s without activity (limit ${limitSeconds} s)`;
}

/** What was looked at within the limit tells nothing, whatever was found. */
export function judgePastLimit(age: Age, judged: Judgement): Judgement {
  const { limitSeconds, idleForSeconds } = age;
  if (idleForSeconds > limitSeconds || judged.outcome === 'inconclusive') return judged;
  return {
    ...judged,
    outcome: 'inconclusive',
    flaws: [],
    unresolved: [
      `the session was probed after ${idleForSeconds.toFixed(1)} s, within its limit of ${limitSeconds} s`,
    ],
  };
}
