import type { ExchangeRecord } from '../verdict.ts';

/** One replay of a canary-bearing request, and whether the canary came back. */
export interface Probe {
  /** For example `Bob’s credentials`. */
  label: string;
  /** The canary came back: the only sign of success. */
  reached: boolean;
  /** Why no judgement can rest on this probe (no answer, throttled); absent where an answer came. */
  unanswered?: string;
  /** The exchanges made, redacted; a refresh before the read makes two. */
  exchanges: ExchangeRecord[];
}

/**
 * An attack between two controls: the same request with the right credentials must return the canary immediately
 * before and after, or the attack proves nothing.
 */
export interface ControlledAttack {
  /** What the attack tries, for example `read without credentials: GET /api/conversations/…`. */
  name: string;
  before: Probe;
  attack: Probe;
  after: Probe;
  /** Whose conversation the attack is after, where it may be either person's. */
  whose?: string;
  /** Where the attacker acts with credentials of his own: they are good for his own conversation. */
  attackersOwn?: Probe;
}

/** The evidence of every check that is a row of attacks. */
export interface AttacksEvidence {
  attacks: ControlledAttack[];
  /** Parts that the product does not have, in words. */
  untried?: string[];
}

/** What came in the place of the canary, in words. */
export function answerOf(probe: Probe | undefined): string {
  if (probe?.unanswered) return probe.unanswered;
  const last = probe?.exchanges.at(-1);
  return last ? `the answer was ${last.status || 'none'}` : 'nothing was sent';
}
