import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseBody } from '../http/failure.ts';
import type { Parts } from '../parts.ts';

const resetSchema = z.object({
  username: z.string({ error: 'Please give your user name.' }).trim().min(1).max(100),
});

/** Somebody has forgotten her password. No mail leaves this machine: the link goes nowhere. */
export function registerResetRoutes(app: FastifyInstance, parts: Parts): void {
  const { accounts, mechanism, resets, policy } = parts;

  app.post('/api/password-reset', async (request, reply) => {
    const { username } = parseBody(resetSchema, request);
    const account = await accounts.findNamed(username);
    if (account) await resets.issue(account.id);
    const inARow = policy.reset.remembers === 'in a row of its own';
    const ticket = account && !inARow && (await mechanism.noteReset(account, request, reply));
    return reply.code(202).send(ticket ? { ticket } : {});
  });
}
