import type { FastifyInstance } from 'fastify';
import { notFound } from '../http/failure.ts';
import type { Parts } from '../parts.ts';
import { requireConversation, type ConversationParams } from './conversation-access.ts';

/** Sharing a conversation by a link that anybody may open, until it is withdrawn. */
export function registerShareRoutes(app: FastifyInstance, parts: Parts): void {
  const { conversations, shares, policy } = parts;

  app.route<ConversationParams>({
    method: policy.otherSites.sharing === 'by POST' ? 'POST' : ['POST', 'GET'],
    url: '/api/conversations/:id/share',
    handler: async (request) => {
      const { conversation } = await requireConversation(parts, request, 'share');
      const messages = await conversations.messages(conversation.id);
      return { shareId: await shares.publish(conversation, messages) };
    },
  });

  app.delete<ConversationParams>('/api/conversations/:id/share', async (request, reply) => {
    const { conversation } = await requireConversation(parts, request, 'own');
    await shares.withdraw(conversation.id);
    return reply.code(204).send();
  });

  app.get<{ Params: { shareId: string } }>('/api/shares/:shareId', async (request) => {
    const shared = await shares.read(request.params.shareId);
    if (!shared) throw notFound();
    return shared;
  });
}
