import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { parseBody } from '../http/failure.ts';
import { requirePerson, type Parts } from '../parts.ts';
import type { ConversationRecord } from '../storage/conversations.ts';
import { searchConversations } from '../storage/search.ts';
import {
  requireConversation,
  requireLister,
  requireOwnToRead,
  requireReadable,
  requireReader,
  type ConversationParams,
} from './conversation-access.ts';
import { markdownFileName, markdownOf } from './export.ts';

const titleSchema = z.object({
  title: z
    .string({ error: 'Please give a title.' })
    .trim()
    .min(1, 'Please give a title.')
    .max(200, 'A title has at most 200 characters.'),
});
const searchSchema = z.object({ q: z.string().max(200).default('') });

/** A person's conversations: the list, one of them, search and export. */
export function registerConversationRoutes(app: FastifyInstance, parts: Parts): void {
  const { conversations, shares, live, policy, replies } = parts;

  app.get('/api/conversations', async (request) => {
    const account = await requireLister(parts, request);
    const owner = policy.conversations.listed === 'own' ? account.id : undefined;
    return { conversations: (await conversations.list(owner)).map(summaryOf) };
  });

  app.post('/api/conversations', async (request, reply) => {
    const { account } = await requirePerson(parts, request);
    const created = await conversations.create(account.id);
    live.publish(account.id, { type: 'conversations' });
    return reply.code(201).send(summaryOf(created));
  });

  app.get<ConversationParams>('/api/conversations/:id', async (request, reply) => {
    const conversation = await requireReadable(parts, request);
    conversations.look(conversation);
    const messages = await conversations.messages(conversation.id);
    const shareId = await shares.idFor(conversation.id);
    // What may be kept is what is finished: a copy from before the reply would hide it.
    if (messages.at(-1)?.role === 'assistant') allowCaching(reply);
    return { ...summaryOf(conversation), ...(shareId !== undefined && { shareId }), messages };
  });

  app.patch<ConversationParams>('/api/conversations/:id', async (request) => {
    const { person, conversation } = await requireConversation(parts, request, 'change');
    const { title } = parseBody(titleSchema, request);
    await conversations.rename(conversation.id, title);
    live.publish(person.account.id, { type: 'conversations' });
    return { ...summaryOf(conversation), title };
  });

  app.delete<ConversationParams>('/api/conversations/:id', async (request, reply) => {
    const { person, conversation } = await requireConversation(parts, request, 'change');
    await replies.stop(conversation.id);
    await conversations.remove(conversation.id);
    live.publish(person.account.id, { type: 'conversations' });
    return reply.code(204).send();
  });

  app.get<ConversationParams>('/api/conversations/:id/export', async (request, reply) => {
    const conversation = await requireOwnToRead(parts, request);
    return reply
      .type('text/markdown; charset=utf-8')
      .header('content-disposition', markdownFileName(conversation.title))
      .send(markdownOf(conversation.title, await conversations.messages(conversation.id)));
  });

  app.get('/api/search', async (request, reply) => {
    const account = await requireReader(parts, request);
    reply.header('cache-control', policy.conversations.foundCaching);
    const { data } = searchSchema.safeParse(request.query);
    return { results: await searchConversations(parts.database, account.id, data?.q ?? '') };
  });

  function allowCaching(reply: FastifyReply): void {
    reply.header('cache-control', policy.conversations.caching);
  }
}

function summaryOf({ id, title, updatedAt }: ConversationRecord) {
  return { id, title, updatedAt };
}
