import { INCONCLUSIVE_PREFIX } from './verdict.ts';

/**
 * A check could not be carried out: a control failed, or the target or its page did not do what the story needs.
 * Red like a flaw, but it says nothing about the product's security.
 */
export class InconclusiveError extends Error {
  override readonly name = 'InconclusiveError';

  /** @param reason what was attempted, on what, what came back, and what to do */
  constructor(reason: string, options?: ErrorOptions) {
    super(INCONCLUSIVE_PREFIX + reason, options);
  }
}
