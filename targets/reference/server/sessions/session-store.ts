import type { Client, InValue, Row } from '@libsql/client';
import type { Limits } from '../../limits.ts';
import type { Policy } from '../../policy.ts';
import { newId } from '../storage/identifiers.ts';
import { sessionSchema, type EndReason, type Fate, type Session } from './session.ts';

interface NewSession {
  /** SHA-256 of the identifier that its bearer holds, where one opaque identifier is the credential. */
  digest: string | undefined;
  accountId: string | undefined;
  remember: boolean;
  device: string;
}

/** How long the identifier of an ended session is remembered as one that was issued. */
const MEMORY_OF_ENDED_MS = 60 * 60 * 1000;

/** Ten years. */
const AS_GOOD_AS_EVER_S = 10 * 365 * 24 * 60 * 60;

/** The server's list of sessions: the only authority on whether one is alive. */
export class SessionStore {
  /** Told of every end that the person should hear of. */
  onEnd: (sessionId: string, reason: EndReason, channels: Fate) => void = () => undefined;

  constructor(
    private readonly database: Client,
    private readonly policy: Policy,
    private readonly limits: Limits,
    private readonly now: () => number,
  ) {}

  async open({ digest, accountId, remember, device }: NewSession): Promise<Session> {
    await this.#forgetOldEnds();
    const at = this.now();
    const session: Session = {
      id: newId(),
      accountId,
      attemptedId: undefined,
      remembered: remember,
      device,
      hidden: false,
      createdAt: at,
      lastSeenAt: at,
      ...this.#lifetime(remember, at),
    };
    await this.#run(
      `INSERT INTO sessions (id, digest, account_id, remembered, device, created_at, last_seen_at,
         idle_seconds, absolute_expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      session.id,
      digest ?? null,
      accountId ?? null,
      remember ? 1 : 0,
      device,
      at,
      at,
      session.idleSeconds,
      session.absoluteExpiresAt,
    );
    return session;
  }

  /** The living session with this handle; one that is past a limit ends here. */
  async find(id: string): Promise<Session | undefined> {
    return this.#alive(await this.#rows('id = ?', id));
  }

  /** The living session whose bearer holds the identifier with this digest. */
  async findByDigest(digest: string): Promise<Session | undefined> {
    return this.#alive(await this.#rows('digest = ?', digest));
  }

  /** Whether the server ever issued the identifier with this digest, as far as it remembers. */
  async issued(digest: string): Promise<boolean> {
    const { rows } = await this.#run('SELECT 1 FROM sessions WHERE digest = ?', digest);
    return rows.length > 0;
  }

  /** The person's living sessions, the latest activity first. */
  async listFor(accountId: string): Promise<Session[]> {
    const rows = await this.#rows('account_id = ?', accountId);
    const sessions: Session[] = [];
    for (const row of rows) {
      const session = await this.#alive([row]);
      if (session) sessions.push(session);
    }
    return sessions.sort((a, b) => b.lastSeenAt - a.lastSeenAt);
  }

  /** Counts as activity, now or some milliseconds ago: the idle limit runs anew from then. */
  async touch(id: string, agoMs = 0): Promise<void> {
    const at = this.now() - agoMs;
    await this.#run(
      'UPDATE sessions SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?',
      at,
      id,
      at,
    );
  }

  /** Its credentials were renewed; the limit of its life stands. */
  async renewed({ id, remembered }: Session): Promise<void> {
    if (this.policy.absoluteLimit !== 'server and page, anew with each renewal') return;
    const { absoluteExpiresAt } = this.#lifetime(remembered, this.now());
    await this.#run(
      'UPDATE sessions SET absolute_expires_at = ? WHERE id = ?',
      absoluteExpiresAt,
      id,
    );
  }

  /** Gives the session another identifier; the old one opens nothing any more. */
  async replaceDigest(id: string, digest: string): Promise<void> {
    await this.#run('UPDATE sessions SET digest = ? WHERE id = ?', digest, id);
  }

  /** Makes a living session somebody's, under the identifier that it has. */
  async assign(id: string, accountId: string, remember: boolean): Promise<void> {
    const at = this.now();
    const { idleSeconds, absoluteExpiresAt } = this.#lifetime(remember, at);
    await this.#run(
      `UPDATE sessions SET account_id = ?, remembered = ?, created_at = ?, last_seen_at = ?,
         idle_seconds = ?, absolute_expires_at = ? WHERE id = ?`,
      accountId,
      remember ? 1 : 0,
      at,
      at,
      idleSeconds,
      absoluteExpiresAt,
      id,
    );
  }

  /** Notes whose name was given with a wrong password. */
  async noteAttempt(id: string, accountId: string): Promise<void> {
    await this.#run('UPDATE sessions SET attempted_id = ? WHERE id = ?', accountId, id);
  }

  /** `channels`: what becomes of the session’s open connections. */
  async end(id: string, reason: EndReason, channels: Fate = 'closed'): Promise<void> {
    const { rowsAffected } = await this.#run(
      'UPDATE sessions SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL',
      this.now(),
      reason,
      id,
    );
    if (rowsAffected > 0) this.onEnd(id, reason, channels);
  }

  /** The end that the person herself asks for, and what the product makes of it. */
  async logOut(id: string): Promise<void> {
    const { endsSession, rememberedSession, closesChannels } = this.policy.logout;
    const channels = closesChannels ? 'closed' : 'left';
    const isKept =
      rememberedSession === 'kept for the next time' && (await this.find(id))?.remembered;
    if (endsSession && !isKept) await this.end(id, 'logout', channels);
    else this.onEnd(id, 'logout', channels);
  }

  /** What the product makes of the sessions that the person has signed out of, now that she comes back. */
  async reviveSignedOut(accountId: string): Promise<void> {
    if (this.policy.login.signedOutSessions === 'stay ended') return;
    await this.#run(
      `UPDATE sessions SET ended_at = NULL, end_reason = NULL
       WHERE account_id = ? AND end_reason = 'logout'`,
      accountId,
    );
  }

  /** Takes the session off the list that the person is shown. */
  async hide(id: string): Promise<void> {
    await this.#run('UPDATE sessions SET hidden = 1 WHERE id = ?', id);
  }

  #lifetime(remember: boolean, at: number): Pick<Session, 'idleSeconds' | 'absoluteExpiresAt'> {
    const { idleSeconds, absoluteSeconds, rememberIdleSeconds, rememberSeconds } = this.limits;
    const endless = this.policy.rememberedSessions === 'never';
    const remembered = endless ? AS_GOOD_AS_EVER_S : rememberSeconds;
    return {
      idleSeconds: remember ? rememberIdleSeconds : idleSeconds,
      absoluteExpiresAt: at + (remember ? remembered : absoluteSeconds) * 1000,
    };
  }

  async #alive(rows: Row[]): Promise<Session | undefined> {
    if (!rows[0]) return undefined;
    const session = sessionSchema.parse(rows[0]);
    const limit = this.#limitReached(session);
    if (limit) {
      await this.end(session.id, limit);
      return undefined;
    }
    return session;
  }

  #limitReached(session: Session): 'idle' | 'expired' | undefined {
    if (session.remembered && this.policy.rememberedSessions === 'with their cookie') {
      return undefined;
    }
    const at = this.now();
    if (this.policy.absoluteLimit.startsWith('server') && at >= session.absoluteExpiresAt) {
      return 'expired';
    }
    const idleEnd = session.lastSeenAt + session.idleSeconds * 1000;
    const limited = this.policy.idleLimit.startsWith('server');
    return limited && at >= idleEnd ? 'idle' : undefined;
  }

  async #rows(
    condition: 'id = ?' | 'digest = ?' | 'account_id = ?',
    value: string,
  ): Promise<Row[]> {
    const sql = `SELECT * FROM sessions WHERE ${condition} AND ended_at IS NULL`;
    return (await this.#run(sql, value)).rows;
  }

  async #forgetOldEnds(): Promise<void> {
    const before = this.now() - MEMORY_OF_ENDED_MS;
    await this.#run(
      'DELETE FROM sessions WHERE ended_at < ? OR absolute_expires_at < ?',
      before,
      before,
    );
  }

  #run(sql: string, ...args: InValue[]) {
    return this.database.execute({ sql, args });
  }
}
