import { createClient, type Client } from '@libsql/client';

/** Times are milliseconds since the epoch. Credentials are kept as SHA-256 digests only. */
const SCHEMA = `
  PRAGMA foreign_keys = ON;

  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    username TEXT NOT NULL UNIQUE COLLATE NOCASE,
    display_name TEXT NOT NULL,
    password_hash TEXT NOT NULL
  );

  -- A row without an account is a visitor's. Ended rows stay for a while: their identifiers remain known.
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    digest TEXT UNIQUE,
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    -- Whose name was given with a wrong password, where that is noted.
    attempted_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    remembered INTEGER NOT NULL,
    device TEXT NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    idle_seconds INTEGER NOT NULL,
    absolute_expires_at INTEGER NOT NULL,
    ended_at INTEGER,
    end_reason TEXT
  );
  CREATE INDEX sessions_by_account ON sessions (account_id);

  CREATE TABLE access_tokens (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    digest TEXT,
    first_used_at INTEGER,
    denied_at INTEGER
  );
  CREATE INDEX access_tokens_by_session ON access_tokens (session_id);

  CREATE TABLE refresh_tokens (
    digest TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    access_token_id TEXT NOT NULL REFERENCES access_tokens (id) ON DELETE CASCADE,
    successor TEXT,
    revoked_at INTEGER
  );
  CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

  CREATE TABLE live_tickets (
    digest TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  );

  CREATE TABLE password_resets (
    digest TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  );

  -- A row without an owner is a guest's.
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    owner_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    named INTEGER NOT NULL DEFAULT 0,
    listed INTEGER NOT NULL DEFAULT 1,
    updated_at INTEGER NOT NULL
  );
  CREATE INDEX conversations_by_owner ON conversations (owner_id, updated_at);

  -- digest: of the identifier that the guest holds.
  CREATE TABLE guests (
    digest TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL UNIQUE REFERENCES conversations (id) ON DELETE CASCADE
  );

  -- folded: the text in lower case, by Unicode's rules, which SQLite's own functions do not know.
  CREATE TABLE messages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    at INTEGER NOT NULL
  );
  CREATE INDEX messages_by_conversation ON messages (conversation_id, number);

  -- Files that came with a message.
  CREATE TABLE attachments (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    message_id TEXT NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL
  );
  CREATE INDEX attachments_by_conversation ON attachments (conversation_id, number);

  CREATE TABLE shares (
    id TEXT PRIMARY KEY,
    conversation_id TEXT REFERENCES conversations (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    messages TEXT NOT NULL,
    listed INTEGER NOT NULL DEFAULT 1
  );
  CREATE INDEX shares_by_conversation ON shares (conversation_id);
`;

/**
 * A database in this process's memory, gone when it is closed. Several statements that belong together go through
 * `batch`: on an in-memory database `transaction()` would open another, empty one.
 */
export async function openDatabase(): Promise<Client> {
  const database = createClient({ url: ':memory:' });
  await database.executeMultiple(SCHEMA);
  return database;
}
