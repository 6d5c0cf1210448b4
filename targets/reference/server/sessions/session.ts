import { z } from 'zod';

/** Why a session ended, in the words that the page is told. */
export type EndReason = 'logout' | 'revoked' | 'idle' | 'expired';

/** What becomes of the open connections of a session that ends. */
export type Fate = 'closed' | 'left';

/** A session that is alive. Times are milliseconds since the epoch. */
export interface Session {
  /** A public handle, never a credential. */
  id: string;
  /** Nobody's while its bearer has not signed in. */
  accountId: string | undefined;
  /** Whose name was given with a wrong password, where that is noted. */
  attemptedId: string | undefined;
  remembered: boolean;
  /** For people, for example `Chrome on Linux`. */
  device: string;
  /** Whether the list of devices leaves it out. */
  hidden: boolean;
  createdAt: number;
  lastSeenAt: number;
  idleSeconds: number;
  absoluteExpiresAt: number;
}

/** A row of the table of sessions, as a session. */
export const sessionSchema = z
  .object({
    id: z.string(),
    account_id: z.string().nullable(),
    attempted_id: z.string().nullable(),
    remembered: z.number(),
    device: z.string(),
    hidden: z.number(),
    created_at: z.number(),
    last_seen_at: z.number(),
    idle_seconds: z.number(),
    absolute_expires_at: z.number(),
  })
  .transform((row): Session => ({
    id: row.id,
    accountId: row.account_id ?? undefined,
    attemptedId: row.attempted_id ?? undefined,
    remembered: row.remembered === 1,
    device: row.device,
    hidden: row.hidden === 1,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    idleSeconds: row.idle_seconds,
    absoluteExpiresAt: row.absolute_expires_at,
  }));
