import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Failure, notFound, parseBody } from '../http/failure.ts';
import { requirePerson, type Parts } from '../parts.ts';
import { userOf } from './session.ts';

const nameSchema = z.object({
  displayName: z
    .string({ error: 'Please give a name.' })
    .trim()
    .min(1, 'Please give a name.')
    .max(60, 'A name has at most 60 characters.'),
});
const passwordSchema = z.object({
  current: z.string({ error: 'Please give your current password.' }).min(1).max(200),
  next: z
    .string({ error: 'Please give a new password.' })
    .min(8, 'A password has at least 8 characters.')
    .max(200, 'A password has at most 200 characters.'),
});

/** The person's name and password, and the places where she is signed in. */
export function registerAccountRoutes(app: FastifyInstance, parts: Parts): void {
  const { accounts, sessions, mechanism, throttle, policy } = parts;

  app.get('/api/account', async (request) => userOf((await requirePerson(parts, request)).account));

  app.patch('/api/account', async (request) => {
    const { account } = await requirePerson(parts, request);
    const { displayName } = parseBody(nameSchema, request);
    await accounts.rename(account.id, displayName);
    return { username: account.username, displayName };
  });

  app.post('/api/account/password', async (request, reply) => {
    const person = await requirePerson(parts, request);
    const { account, session } = person;
    const { current, next } = parseBody(passwordSchema, request);
    throttle.admit(account.username);
    if (!(await accounts.authenticate(account.username, current))) {
      throttle.failed(account.username);
      // Not a 401: the session is in order, and a page would take it for the session's end.
      throw new Failure(403, 'That is not your current password.');
    }
    if (next === current) throw new Failure(400, 'The new password is the current one.');
    await accounts.setPassword(account.id, next);
    if (policy.passwordChange.otherSessions === 'ended') {
      for (const { id } of await sessions.listFor(account.id)) {
        if (id !== session.id) await sessions.end(id, 'revoked');
      }
    }
    return { user: userOf(account), ...(await mechanism.renew(person, reply)) };
  });

  app.get('/api/account/sessions', async (request) => {
    const { account, session } = await requirePerson(parts, request);
    const all = (await sessions.listFor(account.id)).filter(({ hidden }) => !hidden);
    return {
      sessions: all.map(({ id, device, createdAt, lastSeenAt }) => ({
        id,
        device,
        createdAt,
        lastSeenAt,
        current: id === session.id,
      })),
    };
  });

  app.delete<{ Params: { id: string } }>('/api/account/sessions/:id', async (request, reply) => {
    const { account } = await requirePerson(parts, request);
    const session = await sessions.find(request.params.id);
    if (session?.accountId !== account.id) throw notFound();
    if (policy.deviceRevocation === 'hides the entry') await sessions.hide(session.id);
    else await sessions.end(session.id, 'revoked');
    return reply.code(204).send();
  });
}
