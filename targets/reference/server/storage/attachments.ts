import type { Client, InStatement } from '@libsql/client';
import { z } from 'zod';
import { newId } from './identifiers.ts';

/** A file that somebody sends along with a message. */
export interface OutgoingFile {
  name: string;
  content: Uint8Array;
}

/** What a message says of a file that came with it. */
export interface AttachmentRecord {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
}

const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  message_id: z.string(),
});
const fileSchema = z.object({ name: z.string(), content: z.instanceof(ArrayBuffer) });

/** Puts a file away under a new identifier. */
export function attach(
  conversationId: string,
  messageId: string,
  { name, content }: OutgoingFile,
): { record: AttachmentRecord; insertion: InStatement } {
  const record = { id: newId(), name, size: content.byteLength };
  const insertion = {
    sql: `INSERT INTO attachments (id, conversation_id, message_id, name, content)
          VALUES (?, ?, ?, ?, ?)`,
    args: [record.id, conversationId, messageId, name, content],
  };
  return { record, insertion };
}

/** The files of a conversation, by the message with which they came. */
export async function attachmentsOf(
  database: Client,
  conversationId: string,
): Promise<Map<string, AttachmentRecord[]>> {
  const { rows } = await database.execute({
    sql: `SELECT id, name, length(content) AS size, message_id FROM attachments
          WHERE conversation_id = ? ORDER BY number`,
    args: [conversationId],
  });
  const found = new Map<string, AttachmentRecord[]>();
  for (const row of rows) {
    const { message_id: messageId, ...record } = attachmentSchema.parse(row);
    found.set(messageId, [...(found.get(messageId) ?? []), record]);
  }
  return found;
}

/** One file of a conversation; whose it is, is for the caller to check. */
export async function fileOf(
  database: Client,
  conversationId: string,
  attachmentId: string,
): Promise<OutgoingFile | undefined> {
  const { rows } = await database.execute({
    sql: 'SELECT name, content FROM attachments WHERE conversation_id = ? AND id = ?',
    args: [conversationId, attachmentId],
  });
  if (!rows[0]) return undefined;
  const { name, content } = fileSchema.parse(rows[0]);
  return { name, content: new Uint8Array(content) };
}
