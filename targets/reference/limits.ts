/** Lifetimes, all in seconds. */
export interface Limits {
  idleSeconds: number;
  absoluteSeconds: number;
  /** How long before the idle limit the page asks whether the person is still there. */
  warnBeforeSeconds: number;
  accessTokenSeconds: number;
  /** The absolute limit of a session that was opened with “remember me”. */
  rememberSeconds: number;
  /** The idle limit of such a session. */
  rememberIdleSeconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const LIMITS_FOR_PEOPLE: Limits = {
  idleSeconds: 30 * MINUTE,
  absoluteSeconds: 12 * HOUR,
  warnBeforeSeconds: 2 * MINUTE,
  accessTokenSeconds: 5 * MINUTE,
  rememberSeconds: 30 * DAY,
  rememberIdleSeconds: 7 * DAY,
};

/**
 * An access token outlives the idle limit, and runs out within an audit: the session's row decides. No story is cut off
 * in its middle by a limit that it has nothing to do with, however slow the machine.
 */
export const LIMITS_FOR_RUNS: Limits = {
  idleSeconds: 40,
  absoluteSeconds: 15 * MINUTE,
  warnBeforeSeconds: 5,
  accessTokenSeconds: 60,
  rememberSeconds: HOUR,
  rememberIdleSeconds: 10 * MINUTE,
};

/** For what waits for the idle limit itself. */
export const SHORT_IDLE_LIMIT: Limits = {
  ...LIMITS_FOR_RUNS,
  idleSeconds: 8,
  warnBeforeSeconds: 2,
};

/** For what waits for the absolute limits themselves: a story of a session that ends in it must be short. */
export const SHORT_ABSOLUTE_LIMIT: Limits = {
  ...SHORT_IDLE_LIMIT,
  idleSeconds: 20,
  absoluteSeconds: 40,
  accessTokenSeconds: 15,
  rememberSeconds: 40,
  rememberIdleSeconds: 20,
};
