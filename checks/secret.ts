import { createHash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

/** Salts every fingerprint of this process, so that a report cannot be searched for a known value. */
const salt = process.env['SESSIONWRIGHT_FINGERPRINT_SALT'] ?? randomBytes(16).toString('hex');

/** In UTF-16 units. A shorter value would blank half of every report, and cannot be told from chance. */
export const SHORTEST_SECRET = 4;

/**
 * A value that must never be read by a person: a password, a cookie, a token.
 *
 * Its string form, its JSON and its `inspect` output are a fingerprint (8 hex digits of a salted SHA-256, and the
 * length in UTF-16 units), the same for the same value within a run. `reveal()` belongs where a password is typed and
 * where a credential is replayed, nowhere else.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, in clear. */
  reveal(): string {
    return this.#value;
  }

  /** For example `‹3f9ac1d2, 64 chars›`. */
  get fingerprint(): string {
    const digest = createHash('sha256').update(salt).update(this.#value).digest('hex');
    return `‹${digest.slice(0, 8)}, ${this.#value.length} chars›`;
  }

  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return this.fingerprint;
  }

  toJSON(): string {
    return this.fingerprint;
  }

  [inspect.custom](): string {
    return this.fingerprint;
  }
}
