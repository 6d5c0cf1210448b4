import type { Client } from '@libsql/client';
import { z } from 'zod';
import { digestOf, newSecret } from '../storage/identifiers.ts';

const LIFETIME_MS = 30_000;

/** Stand-ins for the access token at a socket's opening, where a browser sends no header. Each works once. */
export class LiveTickets {
  constructor(
    private readonly database: Client,
    private readonly now: () => number,
  ) {}

  async issue(sessionId: string): Promise<string> {
    const ticket = newSecret();
    await this.database.batch(
      [
        { sql: 'DELETE FROM live_tickets WHERE expires_at <= ?', args: [this.now()] },
        {
          sql: 'INSERT INTO live_tickets (digest, session_id, expires_at) VALUES (?, ?, ?)',
          args: [digestOf(ticket), sessionId, this.now() + LIFETIME_MS],
        },
      ],
      'write',
    );
    return ticket;
  }

  /** The session that the ticket was issued to. */
  async redeem(ticket: string): Promise<string | undefined> {
    const { rows } = await this.database.execute({
      sql: 'DELETE FROM live_tickets WHERE digest = ? AND expires_at > ? RETURNING session_id',
      args: [digestOf(ticket), this.now()],
    });
    return rows[0] && z.object({ session_id: z.string() }).parse(rows[0]).session_id;
  }
}
