import type { Client } from '@libsql/client';
import { z } from 'zod';

export interface SearchResult {
  conversationId: string;
  title: string;
  /** The words around the match; the title itself where that is what matched. */
  excerpt: string;
}

const rowSchema = z.object({ id: z.string(), title: z.string(), text: z.string().nullable() });
const MOST_RESULTS = 20;
const EXCERPT_BEFORE = 30;
const EXCERPT_LENGTH = 120;

/** The person's conversations whose title or messages contain the words, without regard to case; newest first. */
export async function searchConversations(
  database: Client,
  ownerId: string,
  words: string,
): Promise<SearchResult[]> {
  const wanted = words.trim().toLocaleLowerCase('en');
  if (wanted === '') return [];
  const { rows } = await database.execute({
    sql: `SELECT c.id, c.title,
            (SELECT m.text FROM messages m
             WHERE m.conversation_id = c.id AND instr(m.folded, ?) > 0
             ORDER BY m.number LIMIT 1) AS text
          FROM conversations c WHERE c.owner_id = ? AND c.listed ORDER BY c.updated_at DESC, c.rowid DESC`,
    args: [wanted, ownerId],
  });
  return rows
    .map((row) => rowSchema.parse(row))
    .filter(({ title, text }) => text !== null || title.toLocaleLowerCase('en').includes(wanted))
    .slice(0, MOST_RESULTS)
    .map(({ id, title, text }) => ({
      conversationId: id,
      title,
      excerpt: text === null ? title : excerptAround(text, wanted),
    }));
}

function excerptAround(text: string, wanted: string): string {
  const start = Math.max(0, text.toLocaleLowerCase('en').indexOf(wanted) - EXCERPT_BEFORE);
  const part = text.slice(start, start + EXCERPT_LENGTH).replaceAll(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${part.trim()}${start + EXCERPT_LENGTH < text.length ? '…' : ''}`;
}
