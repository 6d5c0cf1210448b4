import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EventStream } from '../http/event-stream.ts';
import { notFound, parseBody } from '../http/failure.ts';
import { readGuestCookie, removeGuestCookie, writeGuestCookie } from '../http/guest-cookie.ts';
import type { Parts } from '../parts.ts';
import type { AccountRecord } from '../storage/accounts.ts';
import type { ConversationRecord } from '../storage/conversations.ts';
import { messageSchema } from './messages.ts';

/** The one conversation of somebody who has no account. */
export function registerGuestRoutes(app: FastifyInstance, parts: Parts): void {
  const { conversations, guests, replies } = parts;

  app.get('/api/guest', async (request) => {
    const conversation = await opened(request);
    if (!conversation) throw notFound();
    return { messages: await conversations.messages(conversation.id) };
  });

  app.post('/api/guest/messages', async (request, reply) => {
    const { text } = parseBody(messageSchema, request);
    const known = await opened(request);
    // One that has become an account's is no guest's to go on with.
    const conversation = known && known.ownerId === undefined ? known : await admit(reply);
    await replies.answer(undefined, conversation, { text }, () => new EventStream(reply));
    return reply;
  });

  async function opened(request: FastifyRequest): Promise<ConversationRecord | undefined> {
    const identifier = readGuestCookie(request);
    return identifier === undefined ? undefined : guests.conversationOf(identifier);
  }

  async function admit(reply: FastifyReply): Promise<ConversationRecord> {
    const { identifier, conversation } = await guests.admit();
    writeGuestCookie(reply, identifier);
    return conversation;
  }
}

/**
 * Gives the conversation that the browser has had as a guest to the person who now signed in there, and makes the browser
 * forget the guest. The identifier of the conversation is the answer, where there is one.
 */
export async function takeOverGuest(
  { guests, replies, live }: Parts,
  account: AccountRecord,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | undefined> {
  const identifier = readGuestCookie(request);
  if (identifier === undefined) return undefined;
  removeGuestCookie(reply);
  const conversationId = await guests.handOver(identifier, account.id);
  if (conversationId === undefined) return undefined;
  // A reply that is being written goes to the guest's page, which may be anybody's.
  await replies.stop(conversationId);
  live.publish(account.id, { type: 'conversations' });
  return conversationId;
}
