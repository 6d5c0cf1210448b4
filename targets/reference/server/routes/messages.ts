import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EventStream } from '../http/event-stream.ts';
import { notFound, parseBody } from '../http/failure.ts';
import type { Parts } from '../parts.ts';
import { fileOf } from '../storage/attachments.ts';
import { requireConversation, requireFilesOf } from './conversation-access.ts';
import type { ConversationParams, FileParams } from './conversation-access.ts';
import { savedAs } from './export.ts';

/** What somebody says, with an account or without. */
export const messageSchema = z.object({
  text: z
    .string({ error: 'Please write a message.' })
    .max(16_000, 'A message has at most 16,000 characters.')
    .refine((text) => text.trim() !== '', 'Please write a message.'),
});

/** A message may be longer where files come with it; bytes. */
const LARGEST_MESSAGE = 1024 * 1024;
const MOST_FILES = 4;
/** Base64 of 128 KiB. */
const LONGEST_FILE = Math.ceil((128 * 1024) / 3) * 4;

const fileSchema = z.object({
  name: z.string().min(1).max(255, 'The name of a file has at most 255 characters.'),
  content: z
    .base64({ error: 'A file is sent as base64.' })
    .max(LONGEST_FILE, 'A file has at most 128 kB.')
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
});
const messageWithFilesSchema = messageSchema.extend({
  files: z.array(fileSchema).max(MOST_FILES, `At most ${MOST_FILES} files go along.`).default([]),
});

/** Saying something, and the streamed answer; the same answer once more; the files that came with what was said. */
export function registerMessageRoutes(app: FastifyInstance, parts: Parts): void {
  app.post<ConversationParams>(
    '/api/conversations/:id/messages',
    { bodyLimit: LARGEST_MESSAGE },
    async (request, reply) => {
      const said = parseBody(messageWithFilesSchema, request);
      const { person, conversation } = await requireConversation(parts, request, 'change');
      await parts.replies.answer(person, conversation, said, () => new EventStream(reply));
      return reply;
    },
  );

  app.get<FileParams>('/api/conversations/:id/files/:fileId', async (request, reply) => {
    const conversation = await requireFilesOf(parts, request);
    const file = await fileOf(parts.database, conversation.id, request.params.fileId);
    if (!file) throw notFound();
    // Whatever it is: it is saved, and never shown as a page of ours.
    return reply
      .type('application/octet-stream')
      .header('content-disposition', savedAs(file.name))
      .send(Buffer.from(file.content));
  });

  app.post<ConversationParams>('/api/conversations/:id/regenerate', async (request, reply) => {
    const { person, conversation } = await requireConversation(parts, request, 'ask again');
    await parts.replies.answerAnew(person, conversation, () => new EventStream(reply));
    return reply;
  });
}
