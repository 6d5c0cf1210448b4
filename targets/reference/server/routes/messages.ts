import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EventStream } from '../http/event-stream.ts';
import { parseBody } from '../http/failure.ts';
import type { Parts } from '../parts.ts';
import { requireConversation, type ConversationParams } from './conversation-access.ts';

/** What somebody says, with an account or without. */
export const messageSchema = z.object({
  text: z
    .string({ error: 'Please write a message.' })
    .max(16_000, 'A message has at most 16,000 characters.')
    .refine((text) => text.trim() !== '', 'Please write a message.'),
});

/** Saying something, and the streamed answer; the same answer once more. */
export function registerMessageRoutes(app: FastifyInstance, parts: Parts): void {
  app.post<ConversationParams>('/api/conversations/:id/messages', async (request, reply) => {
    const { text } = parseBody(messageSchema, request);
    const { person, conversation } = await requireConversation(parts, request, 'change');
    await parts.replies.answer(person, conversation, text, () => new EventStream(reply));
    return reply;
  });

  app.post<ConversationParams>('/api/conversations/:id/regenerate', async (request, reply) => {
    const { person, conversation } = await requireConversation(parts, request, 'change');
    await parts.replies.answerAnew(person, conversation, () => new EventStream(reply));
    return reply;
  });
}
