import type { Client, InValue } from '@libsql/client';
import { z } from 'zod';
import type { Policy } from '../../policy.ts';
import { digestOf, newId, newSecret } from '../storage/identifiers.ts';

/** A refresh token fresh from the press, with the identifier of the access token that goes with it. */
export interface TokenPair {
  refreshToken: string;
  accessTokenId: string;
}

interface RefreshRow {
  digest: string;
  sessionId: string;
  accessTokenId: string;
  successor: string | undefined;
  superseded: boolean;
}

const refreshSchema = z
  .object({
    digest: z.string(),
    session_id: z.string(),
    access_token_id: z.string(),
    successor: z.string().nullable(),
    revoked_at: z.number().nullable(),
  })
  .transform((row): RefreshRow => ({
    digest: row.digest,
    sessionId: row.session_id,
    accessTokenId: row.access_token_id,
    successor: row.successor ?? undefined,
    superseded: row.revoked_at !== null,
  }));
const accessSchema = z.object({
  digest: z.string().nullable(),
  first_used_at: z.number().nullable(),
  denied_at: z.number().nullable(),
});

/** The server's record of the tokens that it issued. */
export class TokenStore {
  constructor(
    private readonly database: Client,
    private readonly policy: Pick<Policy, 'accessToken' | 'refreshTokens'>,
    private readonly now: () => number,
  ) {}

  async issue(sessionId: string): Promise<TokenPair> {
    const pair = { refreshToken: newSecret(), accessTokenId: newId() };
    await this.database.batch(
      [
        {
          sql: 'INSERT INTO access_tokens (id, session_id) VALUES (?, ?)',
          args: [pair.accessTokenId, sessionId],
        },
        {
          sql: 'INSERT INTO refresh_tokens (digest, session_id, access_token_id) VALUES (?, ?, ?)',
          args: [digestOf(pair.refreshToken), sessionId, pair.accessTokenId],
        },
      ],
      'write',
    );
    return pair;
  }

  /** Notes how the access token is written that was issued under the identifier. */
  async noteText(id: string, text: string): Promise<void> {
    await this.#run('UPDATE access_tokens SET digest = ? WHERE id = ?', digestOf(text), id);
  }

  /** Whose session a refresh token belongs to that nobody has exchanged yet. */
  async sessionOfUnused(refreshToken: string): Promise<string | undefined> {
    const row = await this.#refreshRow(digestOf(refreshToken));
    return row && !row.superseded && row.successor === undefined ? row.sessionId : undefined;
  }

  /** Whose session a refresh token belongs to, whatever has become of it. */
  async sessionOf(refreshToken: string): Promise<string | undefined> {
    return (await this.#refreshRow(digestOf(refreshToken)))?.sessionId;
  }

  /**
   * Exchanges a refresh token for the next pair. `reused` means that somebody else has had this one.
   *
   * A browser that leaves the page in mid-refresh never sees the answer and comes again with the old token. It gets
   * another successor as long as nobody has used the first one, neither to refresh nor to read, which dies then.
   */
  async rotate(refreshToken: string): Promise<TokenPair | 'unknown' | 'reused'> {
    const row = await this.#refreshRow(digestOf(refreshToken));
    if (!row) return 'unknown';
    if (this.policy.refreshTokens.used === 'end their session') {
      if (row.superseded) return 'reused';
      if (row.successor !== undefined && !(await this.#supersede(row.successor))) return 'reused';
    }
    const pair = { refreshToken: newSecret(), accessTokenId: newId() };
    const digest = digestOf(pair.refreshToken);
    const [, claimed] = await this.database.batch(
      [
        {
          sql: 'INSERT INTO access_tokens (id, session_id) VALUES (?, ?)',
          args: [pair.accessTokenId, row.sessionId],
        },
        {
          sql: 'UPDATE refresh_tokens SET successor = ? WHERE digest = ? AND successor IS ?',
          args: [digest, row.digest, row.successor ?? null],
        },
        {
          sql: `INSERT INTO refresh_tokens (digest, session_id, access_token_id)
                SELECT ?, ?, ? FROM refresh_tokens WHERE digest = ? AND successor = ?`,
          args: [digest, row.sessionId, pair.accessTokenId, row.digest, digest],
        },
      ],
      'write',
    );
    // Another request with the same token was faster: judge this one by what that one left.
    return claimed?.rowsAffected === 1 ? pair : this.rotate(refreshToken);
  }

  /** Whether the access token may still be used; the first use is noted. */
  async useAccess(id: string, text: string): Promise<boolean> {
    const { rows } = await this.#run(
      'SELECT first_used_at, denied_at, digest FROM access_tokens WHERE id = ?',
      id,
    );
    if (!rows[0]) return false;
    const { first_used_at, denied_at, digest } = accessSchema.parse(rows[0]);
    const meant = this.policy.accessToken.deniedBy === 'identifier' || digest === digestOf(text);
    if (denied_at !== null && meant) return false;
    if (first_used_at === null) {
      await this.#run('UPDATE access_tokens SET first_used_at = ? WHERE id = ?', this.now(), id);
    }
    return true;
  }

  async denyAccess(sessionId: string): Promise<void> {
    await this.#run(
      'UPDATE access_tokens SET denied_at = ? WHERE session_id = ? AND denied_at IS NULL',
      this.now(),
      sessionId,
    );
  }

  async forgetRefreshTokens(sessionId: string): Promise<void> {
    await this.#run('DELETE FROM refresh_tokens WHERE session_id = ?', sessionId);
  }

  async forgetAtSignOut(sessionId: string): Promise<void> {
    if (this.policy.refreshTokens.forgotten === 'all') return this.forgetRefreshTokens(sessionId);
    await this.#run(
      'DELETE FROM refresh_tokens WHERE session_id = ? AND successor IS NULL',
      sessionId,
    );
  }

  /** Makes an unused successor useless; false when it has been used. */
  async #supersede(digest: string): Promise<boolean> {
    const row = await this.#refreshRow(digest);
    if (!row || row.successor !== undefined) return false;
    const { rowsAffected } = await this.#run(
      'UPDATE access_tokens SET denied_at = ? WHERE id = ? AND first_used_at IS NULL',
      this.now(),
      row.accessTokenId,
    );
    if (rowsAffected === 0) return false;
    await this.#run(
      'UPDATE refresh_tokens SET revoked_at = ? WHERE digest = ?',
      this.now(),
      digest,
    );
    return true;
  }

  async #refreshRow(digest: string): Promise<RefreshRow | undefined> {
    const { rows } = await this.#run('SELECT * FROM refresh_tokens WHERE digest = ?', digest);
    return rows[0] && refreshSchema.parse(rows[0]);
  }

  #run(sql: string, ...args: InValue[]) {
    return this.database.execute({ sql, args });
  }
}
