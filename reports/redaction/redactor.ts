import { isUtf8 } from 'node:buffer';
import { SHORTEST_SECRET } from '../../checks/secret.ts';
import { secretPattern } from './secret-pattern.ts';
import { maskCredentials, REDACTED } from './structural-rules.ts';

/** The environment, as far as it matters here: names to values. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Takes secrets out of text and bytes: known ones in every usual encoding, unknown ones by where they stand. */
export class Redactor {
  readonly #known: RegExp | undefined;
  readonly #knownInBytes: RegExp | undefined;

  /** @param secrets Known values; each of at least `SHORTEST_SECRET` characters. */
  constructor(secrets: readonly string[]) {
    if (secrets.some((secret) => secret.length < SHORTEST_SECRET)) {
      throw new Error(
        `A secret of fewer than ${SHORTEST_SECRET} characters cannot be kept out of the reports.`,
      );
    }
    // Longest first: where one secret begins with another, the alternation must not stop at the shorter.
    const ordered = [...new Set(secrets)].sort((a, b) => b.length - a.length);
    const compile = (values: readonly string[]): RegExp | undefined =>
      values.length === 0 ? undefined : new RegExp(values.map(secretPattern).join('|'), 'g');
    this.#known = compile(ordered);
    this.#knownInBytes = compile(
      ordered.map((secret) => Buffer.from(secret, 'utf8').toString('latin1')),
    );
  }

  /** A redactor for the values of the named variables; the unset and the empty ones are left out. */
  static fromEnvironment(names: readonly string[], environment: Environment): Redactor {
    const secrets = names.flatMap((name) => {
      const value = environment[name];
      if (value === undefined || value === '') return [];
      if (value.length < SHORTEST_SECRET) {
        throw new Error(
          `${name} has fewer than ${SHORTEST_SECRET} characters and could not be kept out of the reports: give the test account a longer password.`,
        );
      }
      return [value];
    });
    return new Redactor(secrets);
  }

  text(text: string): string {
    return maskCredentials(this.#known === undefined ? text : text.replace(this.#known, REDACTED));
  }

  /** The redacted bytes, or the very same buffer when there was nothing to take out. */
  bytes(bytes: Buffer): Buffer {
    if (isUtf8(bytes)) {
      const text = bytes.toString('utf8');
      const redacted = this.text(text);
      return redacted === text ? bytes : Buffer.from(redacted, 'utf8');
    }
    if (this.#knownInBytes === undefined) return bytes;
    const text = bytes.toString('latin1');
    const redacted = text.replace(this.#knownInBytes, '[redacted]');
    return redacted === text ? bytes : Buffer.from(redacted, 'latin1');
  }
}
