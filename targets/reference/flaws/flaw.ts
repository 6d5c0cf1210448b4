import type { CheckId } from '../../../checks/check-ids.ts';
import type { Policy } from '../policy.ts';
import type { Mechanism } from '../settings.ts';

/** One way of being unsound, as a patch of the policy. */
export interface Flaw {
  /** What the bad product does, as a sentence. */
  title: string;
  /** The mechanisms in which the flaw can be built at all. */
  mechanisms: readonly Mechanism[];
  patch: DeepPartial<Policy>;
  /** The checks that must fail when the flaw is on; every other one must pass. */
  breaks: readonly CheckId[];
  /** Checks that failed for it once, and must not: `npm test` holds these against it, too. */
  mistakenFor?: readonly CheckId[];
}

export type DeepPartial<T> = {
  readonly [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K];
};

export const BOTH = ['cookie', 'token'] as const;
export const COOKIE = ['cookie'] as const;
export const TOKEN = ['token'] as const;
