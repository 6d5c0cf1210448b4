/** The limits that `bench:time` measures by, in seconds. */
export const IDLE_SECONDS = 20;
export const ABSOLUTE_SECONDS = 60;

/** The project whose stories are timed. */
export const AUDIT = 'reference-cookie';
