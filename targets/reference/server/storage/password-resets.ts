import type { Client } from '@libsql/client';
import { digestOf, newSecret } from './identifiers.ts';

const GOOD_FOR_MS = 30 * 60_000;

/** Links by which a forgotten password is replaced, each good for one account and for a while. */
export class PasswordResets {
  constructor(
    private readonly database: Client,
    private readonly now: () => number,
  ) {}

  /** Makes the secret part of a link, which whoever sends the mail gets to know, and nobody else. */
  async issue(accountId: string): Promise<string> {
    const secret = newSecret();
    const at = this.now();
    await this.database.batch(
      [
        { sql: 'DELETE FROM password_resets WHERE expires_at < ?', args: [at] },
        {
          sql: 'INSERT INTO password_resets (digest, account_id, expires_at) VALUES (?, ?, ?)',
          args: [digestOf(secret), accountId, at + GOOD_FOR_MS],
        },
      ],
      'write',
    );
    return secret;
  }
}
