import type { Client } from '@libsql/client';
import { z } from 'zod';
import type { Policy } from '../../policy.ts';
import type { ConversationRecord, Conversations } from './conversations.ts';
import { digestOf, newSecret } from './identifiers.ts';

/** Those who talk without an account. Each holds an identifier, and it opens one conversation and nothing else. */
export class Guests {
  constructor(
    private readonly database: Client,
    private readonly policy: Policy['guests'],
    private readonly conversations: Conversations,
  ) {}

  async admit(): Promise<{ identifier: string; conversation: ConversationRecord }> {
    const identifier = newSecret();
    const conversation = await this.conversations.create(undefined);
    await this.database.execute({
      sql: 'INSERT INTO guests (digest, conversation_id) VALUES (?, ?)',
      args: [digestOf(identifier), conversation.id],
    });
    return { identifier, conversation };
  }

  /** What the identifier opens. */
  async conversationOf(identifier: string): Promise<ConversationRecord | undefined> {
    const { rows } = await this.database.execute({
      sql: 'SELECT conversation_id FROM guests WHERE digest = ?',
      args: [digestOf(identifier)],
    });
    if (!rows[0]) return undefined;
    const { conversation_id } = z.object({ conversation_id: z.string() }).parse(rows[0]);
    return this.conversations.find(conversation_id);
  }

  /** Makes the guest's conversation the account's, once; gives its identifier where there was one to take. */
  async handOver(identifier: string, accountId: string): Promise<string | undefined> {
    const digest = digestOf(identifier);
    const take = {
      sql: `UPDATE conversations SET owner_id = ? WHERE owner_id IS NULL
            AND id = (SELECT conversation_id FROM guests WHERE digest = ?) RETURNING id`,
      args: [accountId, digest],
    };
    const forget = { sql: 'DELETE FROM guests WHERE digest = ?', args: [digest] };
    const ends = this.policy.afterSignIn === 'opens nothing';
    const [taken] = await this.database.batch(ends ? [take, forget] : [take], 'write');
    return taken?.rows[0] && z.object({ id: z.string() }).parse(taken.rows[0]).id;
  }
}
