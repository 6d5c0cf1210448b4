import type { Client } from '@libsql/client';
import { z } from 'zod';
import type { ConversationRecord, MessageRecord } from './conversations.ts';
import type { Policy } from '../../policy.ts';
import { newId, shortId } from './identifiers.ts';

const snapshotSchema = z.object({ title: z.string(), messages: z.string() });
const messagesSchema = z.array(
  z.object({
    id: z.string(),
    role: z.enum(['user', 'assistant']),
    text: z.string(),
    at: z.number(),
  }),
);

/** Conversations as they were when they were shared, readable by whoever has the link. */
export class Shares {
  constructor(
    private readonly database: Client,
    private readonly policy: Policy,
  ) {}

  /** Shares the conversation as it is now. One that is shared already keeps its link and shows its new state. */
  async publish(conversation: ConversationRecord, messages: MessageRecord[]): Promise<string> {
    const shareId = (await this.idFor(conversation.id)) ?? this.#newId();
    await this.database.execute({
      sql: `INSERT INTO shares (id, conversation_id, title, messages) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, messages = excluded.messages`,
      args: [shareId, conversation.id, conversation.title, JSON.stringify(messages)],
    });
    return shareId;
  }

  async idFor(conversationId: string): Promise<string | undefined> {
    const { rows } = await this.database.execute({
      sql: 'SELECT id FROM shares WHERE conversation_id = ? AND listed',
      args: [conversationId],
    });
    return rows[0] && z.object({ id: z.string() }).parse(rows[0]).id;
  }

  async read(shareId: string): Promise<{ title: string; messages: MessageRecord[] } | undefined> {
    const { rows } = await this.database.execute({
      sql: 'SELECT title, messages FROM shares WHERE id = ?',
      args: [shareId],
    });
    if (!rows[0]) return undefined;
    const { title, messages } = snapshotSchema.parse(rows[0]);
    return { title, messages: messagesSchema.parse(JSON.parse(messages)) };
  }

  async withdraw(conversationId: string): Promise<void> {
    const sql =
      this.policy.shares.withdrawal === 'deletes the share'
        ? 'DELETE FROM shares WHERE conversation_id = ?'
        : 'UPDATE shares SET listed = 0 WHERE conversation_id = ?';
    await this.database.execute({ sql, args: [conversationId] });
  }

  #newId(): string {
    return this.policy.identifiers.shares === 'random' ? newId() : shortId();
  }
}
