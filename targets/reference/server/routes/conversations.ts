import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, notSignedIn, parseBody } from '../http/failure.ts';
import { requirePerson, type Parts } from '../parts.ts';
import type { Caller, Person } from '../sessions/caller.ts';
import type { ConversationRecord } from '../storage/conversations.ts';
import { searchConversations } from '../storage/search.ts';
import { markdownFileName, markdownOf } from './export.ts';

export interface ConversationParams {
  Params: { id: string };
}

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
    const { account } = await requirePerson(parts, request);
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
    const conversation = await readable(parts, request);
    const messages = await conversations.messages(conversation.id);
    const shareId = await shares.idFor(conversation.id);
    // What may be kept is what is finished: a copy from before the reply would hide it.
    if (messages.at(-1)?.role === 'assistant') allowCaching(reply);
    return { ...summaryOf(conversation), ...(shareId !== undefined && { shareId }), messages };
  });

  app.patch<ConversationParams>('/api/conversations/:id', async (request) => {
    const { person, conversation } = await requireOwn(parts, request);
    const { title } = parseBody(titleSchema, request);
    await conversations.rename(conversation.id, title);
    live.publish(person.account.id, { type: 'conversations' });
    return { ...summaryOf(conversation), title };
  });

  app.delete<ConversationParams>('/api/conversations/:id', async (request, reply) => {
    const { person, conversation } = await requireOwn(parts, request);
    await replies.stop(conversation.id);
    await conversations.remove(conversation.id);
    live.publish(person.account.id, { type: 'conversations' });
    return reply.code(204).send();
  });

  app.get<ConversationParams>('/api/conversations/:id/export', async (request, reply) => {
    const { conversation } = await requireOwn(parts, request);
    return reply
      .type('text/markdown; charset=utf-8')
      .header('content-disposition', markdownFileName(conversation.title))
      .send(markdownOf(conversation.title, await conversations.messages(conversation.id)));
  });

  app.get('/api/search', async (request) => {
    const { account } = await requirePerson(parts, request);
    const { data } = searchSchema.safeParse(request.query);
    return { results: await searchConversations(parts.database, account.id, data?.q ?? '') };
  });

  function allowCaching(reply: FastifyReply): void {
    reply.header('cache-control', policy.conversations.caching);
  }
}

/** The caller and a conversation of her own. Somebody else's and one that does not exist are refused alike. */
export async function requireOwn(
  parts: Parts,
  request: FastifyRequest<ConversationParams>,
): Promise<{ person: Person; conversation: ConversationRecord }> {
  const person = await requirePerson(parts, request);
  const conversation = await parts.conversations.find(request.params.id);
  if (conversation?.ownerId !== person.account.id) throw notFound();
  return { person, conversation };
}

/** The conversation that the request names, if its sender may read it. */
async function readable(
  parts: Parts,
  request: FastifyRequest<ConversationParams>,
): Promise<ConversationRecord> {
  const { readNeeds, ownershipChecked } = parts.policy.conversations;
  const caller = await parts.mechanism.identify(request);
  if (caller.kind === 'person') await requirePerson(parts, request);
  else if (!isEnough(readNeeds, caller)) throw notSignedIn();
  const conversation = await parts.conversations.find(request.params.id);
  if (!conversation) throw notFound();
  const foreign = caller.kind === 'person' && caller.account.id !== conversation.ownerId;
  if (foreign && ownershipChecked) throw notFound();
  return conversation;
}

/** Whether one who has not signed in brings what a reader needs. A credential that opens nothing is never enough. */
function isEnough(
  needs: Parts['policy']['conversations']['readNeeds'],
  caller: Exclude<Caller, Person>,
): boolean {
  switch (needs) {
    case 'an account':
      return false;
    case 'a visitor session':
      return caller.kind === 'visitor';
    case 'nothing':
      return caller.kind === 'visitor' || caller.kind === 'nobody';
  }
}

function summaryOf({ id, title, updatedAt }: ConversationRecord) {
  return { id, title, updatedAt };
}
