import type { Client, InStatement, Row } from '@libsql/client';
import { z } from 'zod';
import type { Policy } from '../../policy.ts';
import { attach, attachmentsOf, type AttachmentRecord, type OutgoingFile } from './attachments.ts';
import { countedIds, newId, type IdentifierSource } from './identifiers.ts';

/** Times are milliseconds since the epoch. */
export interface ConversationRecord {
  id: string;
  /** The account that it belongs to; none while it is a guest’s. */
  ownerId: string | undefined;
  title: string;
  updatedAt: number;
}

export interface MessageRecord {
  id: string;
  role: 'user' | 'assistant';
  text: string;
  at: number;
  /** Files that came with it; missing where there are none. */
  attachments?: AttachmentRecord[];
}

const conversationSchema = z
  .object({
    id: z.string(),
    owner_id: z.string().nullable(),
    title: z.string(),
    updated_at: z.number(),
  })
  .transform(({ id, owner_id, title, updated_at }) => ({
    id,
    ownerId: owner_id ?? undefined,
    title,
    updatedAt: updated_at,
  }));
const messageSchema = z.object({
  id: z.string(),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  at: z.number(),
});
const COLUMNS = 'id, owner_id, title, updated_at';
const NEWEST_FIRST = 'ORDER BY updated_at DESC, rowid DESC';
const UNTITLED = 'New conversation';
const TITLE_LENGTH = 40;

/** Conversations and what was said in them. Whose they are is for the caller to check. */
export class Conversations {
  readonly #newId: IdentifierSource;
  /** By its owner, the conversation that was read last. */
  readonly #lookedAt = new Map<string, string>();
  /** The conversation in which somebody asked last. */
  #askedIn: string | undefined;

  constructor(
    private readonly database: Client,
    private readonly policy: Policy,
    private readonly now: () => number,
  ) {
    this.#newId = policy.identifiers.conversations === 'random' ? newId : countedIds();
  }

  /** Without an owner it is a guest’s. */
  async create(ownerId: string | undefined): Promise<ConversationRecord> {
    const created = { id: this.#newId(), ownerId, title: UNTITLED, updatedAt: this.now() };
    await this.database.execute({
      sql: `INSERT INTO conversations (${COLUMNS}) VALUES (?, ?, ?, ?)`,
      args: [created.id, ownerId ?? null, created.title, created.updatedAt],
    });
    return created;
  }

  async find(id: string): Promise<ConversationRecord | undefined> {
    const { rows } = await this.database.execute({
      sql: `SELECT ${COLUMNS} FROM conversations WHERE id = ?`,
      args: [id],
    });
    return rows[0] && conversationSchema.parse(rows[0]);
  }

  /** Newest first; every account’s where no owner is named. */
  async list(ownerId?: string): Promise<ConversationRecord[]> {
    const { rows } =
      ownerId === undefined
        ? await this.database.execute(
            `SELECT ${COLUMNS} FROM conversations WHERE owner_id IS NOT NULL AND listed ${NEWEST_FIRST}`,
          )
        : await this.database.execute({
            sql: `SELECT ${COLUMNS} FROM conversations WHERE owner_id = ? AND listed ${NEWEST_FIRST}`,
            args: [ownerId],
          });
    return rows.map((row) => conversationSchema.parse(row));
  }

  /** A title that somebody chose; no first message replaces it. */
  async rename(id: string, title: string): Promise<void> {
    await this.database.execute({
      sql: 'UPDATE conversations SET title = ?, named = 1 WHERE id = ?',
      args: [title, id],
    });
  }

  /** Deletes it with its messages and its share; what the product leaves of it is the policy’s. */
  async remove(id: string): Promise<void> {
    const run = (sql: string) => this.database.execute({ sql, args: [id] });
    const { deletion } = this.policy.conversations;
    if (deletion === 'takes it off the list') {
      await run('UPDATE conversations SET listed = 0 WHERE id = ?');
      return;
    }
    if (deletion === 'leaves the share') {
      await run('UPDATE shares SET conversation_id = NULL WHERE conversation_id = ?');
    }
    await run('DELETE FROM conversations WHERE id = ?');
  }

  async messages(conversationId: string): Promise<MessageRecord[]> {
    const { rows } = await this.database.execute({
      sql: 'SELECT id, role, text, at FROM messages WHERE conversation_id = ? ORDER BY number',
      args: [conversationId],
    });
    const files = await attachmentsOf(this.database, conversationId);
    return rows.map((row: Row) => {
      const message = messageSchema.parse(row);
      const attachments = files.get(message.id);
      return attachments ? { ...message, attachments } : message;
    });
  }

  /** Notes that a conversation was read. */
  look({ id, ownerId }: ConversationRecord): void {
    if (ownerId !== undefined) this.#lookedAt.set(ownerId, id);
  }

  /** Whether who answers goes on from what was read for it, so that nobody need wait for somebody else. */
  get isWrittenWhole(): boolean {
    return this.policy.conversations.writing !== 'message by message';
  }

  /** Puts a question away, with the files that came with it. */
  addQuestion(
    { id }: ConversationRecord,
    text: string,
    files: readonly OutgoingFile[],
  ): Promise<MessageRecord> {
    this.#askedIn = id;
    return this.add(id, 'user', text, files);
  }

  /**
   * Puts an answer away.
   *
   * @param read what it goes on from
   */
  async addAnswer(
    { id, ownerId }: ConversationRecord,
    text: string,
    read: readonly MessageRecord[],
  ): Promise<MessageRecord> {
    if (this.isWrittenWhole) await this.#write(id, read);
    const { answersStored } = this.policy.conversations;
    const lookedAt = ownerId === undefined ? undefined : this.#lookedAt.get(ownerId);
    const place = {
      'where they were asked for': id,
      'where the person looked last': lookedAt ?? id,
      'where anybody asked last': this.#askedIn ?? id,
    }[answersStored];
    return this.add(place, 'assistant', text);
  }

  /**
   * Puts an answer away that was asked for once more.
   *
   * @param answer the one before
   * @param read what it was the answer to, and it
   */
  async renewAnswer(
    { id, ownerId }: ConversationRecord,
    answer: MessageRecord,
    text: string,
    read: readonly MessageRecord[],
  ): Promise<MessageRecord> {
    if (this.isWrittenWhole) await this.#write(id, read);
    const lookedAt = ownerId === undefined ? undefined : this.#lookedAt.get(ownerId);
    const { answersRenewed } = this.policy.conversations;
    if (answersRenewed === 'where the person looked last' && lookedAt && lookedAt !== id) {
      return this.add(lookedAt, 'assistant', text);
    }
    const renewed = { ...answer, text, at: this.now() };
    await this.database.batch(
      [
        {
          sql: 'UPDATE messages SET text = ?, folded = ?, at = ? WHERE id = ?',
          args: [text, folded(text), renewed.at, answer.id],
        },
        { sql: 'UPDATE conversations SET updated_at = ? WHERE id = ?', args: [renewed.at, id] },
      ],
      'write',
    );
    return renewed;
  }

  /** Writes a conversation down as somebody has read it, whatever has come to it since. */
  async #write(conversationId: string, messages: readonly MessageRecord[]): Promise<void> {
    await this.database.batch(
      [
        { sql: 'DELETE FROM messages WHERE conversation_id = ?', args: [conversationId] },
        ...messages.map((message) => insertion(conversationId, message)),
      ],
      'write',
    );
  }

  /** Adds a message; the first one names a conversation that nobody has named. */
  async add(
    conversationId: string,
    role: MessageRecord['role'],
    text: string,
    files: readonly OutgoingFile[] = [],
  ): Promise<MessageRecord> {
    const message = { id: newId(), role, text, at: this.now() };
    const attached = files.map((file) => attach(conversationId, message.id, file));
    await this.database.batch(
      [
        insertion(conversationId, message),
        ...attached.map(({ insertion }) => insertion),
        {
          sql: `UPDATE conversations SET updated_at = ?,
                title = CASE WHEN named THEN title ELSE ? END, named = 1 WHERE id = ?`,
          args: [message.at, titleFrom(text), conversationId],
        },
      ],
      'write',
    );
    if (attached.length === 0) return message;
    return { ...message, attachments: attached.map(({ record }) => record) };
  }
}

function insertion(conversationId: string, { id, role, text, at }: MessageRecord): InStatement {
  return {
    sql: `INSERT INTO messages (id, conversation_id, role, text, folded, at)
          VALUES (?, ?, ?, ?, ?, ?)`,
    args: [id, conversationId, role, text, folded(text), at],
  };
}

/** As it is searched. */
function folded(text: string): string {
  return text.toLocaleLowerCase('en');
}

function titleFrom(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= TITLE_LENGTH) return line;
  return `${characters.slice(0, TITLE_LENGTH).join('').trimEnd()}…`;
}
