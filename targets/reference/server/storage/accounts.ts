import type { Client } from '@libsql/client';
import { z } from 'zod';
import { newId } from './identifiers.ts';
import { hashPassword, passwordMatches } from './passwords.ts';

export interface AccountRecord {
  id: string;
  username: string;
  displayName: string;
}

const rowSchema = z
  .object({ id: z.string(), username: z.string(), display_name: z.string() })
  .transform(({ id, username, display_name }) => ({ id, username, displayName: display_name }));
const secretSchema = z.object({ id: z.string(), password_hash: z.string() });

/** Who may sign in. */
export class Accounts {
  /** Some account's hash, verified for an unknown person, so that both refusals take the same time. */
  #decoy: string | undefined;

  constructor(
    private readonly database: Client,
    /** The N of scrypt. */
    private readonly passwordCost: number,
  ) {}

  async create(username: string, password: string, displayName: string): Promise<AccountRecord> {
    const id = newId();
    const hash = await hashPassword(password, this.passwordCost);
    this.#decoy ??= hash;
    await this.database.execute({
      sql: 'INSERT INTO accounts (id, username, display_name, password_hash) VALUES (?, ?, ?, ?)',
      args: [id, username, displayName, hash],
    });
    return { id, username, displayName };
  }

  async find(id: string): Promise<AccountRecord | undefined> {
    const { rows } = await this.database.execute({
      sql: 'SELECT id, username, display_name FROM accounts WHERE id = ?',
      args: [id],
    });
    return rows[0] && rowSchema.parse(rows[0]);
  }

  /** The account with this identifier or user name. */
  async findNamed(idOrName: string): Promise<AccountRecord | undefined> {
    const { rows } = await this.database.execute({
      sql: 'SELECT id, username, display_name FROM accounts WHERE id = ? OR username = ?',
      args: [idOrName, idOrName],
    });
    return rows[0] && rowSchema.parse(rows[0]);
  }

  /** The account, or nothing for an unknown name and a wrong password alike. */
  async authenticate(username: string, password: string): Promise<AccountRecord | undefined> {
    const { rows } = await this.database.execute({
      sql: 'SELECT id, password_hash FROM accounts WHERE username = ?',
      args: [username],
    });
    const known = rows[0] && secretSchema.parse(rows[0]);
    const hash = known?.password_hash ?? this.#decoy;
    const matches = hash !== undefined && (await passwordMatches(password, hash));
    return known && matches ? this.find(known.id) : undefined;
  }

  async rename(id: string, displayName: string): Promise<void> {
    await this.database.execute({
      sql: 'UPDATE accounts SET display_name = ? WHERE id = ?',
      args: [displayName, id],
    });
  }

  async setPassword(id: string, password: string): Promise<void> {
    await this.database.execute({
      sql: 'UPDATE accounts SET password_hash = ? WHERE id = ?',
      args: [await hashPassword(password, this.passwordCost), id],
    });
  }
}
