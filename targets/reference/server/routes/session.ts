import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Failure, notFound, notSignedIn, parseBody } from '../http/failure.ts';
import { requirePerson, requirePersonIdly, type Parts } from '../parts.ts';
import { limitedInPage } from '../settings-for.ts';
import { CookieMechanism } from '../sessions/cookie-mechanism.ts';
import { TokenMechanism } from '../sessions/token-mechanism.ts';
import type { AccountRecord } from '../storage/accounts.ts';
import { takeOverGuest } from './guest.ts';

const loginSchema = z.object({
  username: z.string({ error: 'Please give your user name.' }).trim().min(1).max(100),
  password: z.string({ error: 'Please give your password.' }).min(1).max(200),
  remember: z.boolean().default(false),
});

const awaySchema = z.object({ forMs: z.number() });

/** What a page is told of a person. */
export function userOf({ username, displayName }: AccountRecord) {
  return { username, displayName };
}

/** Signing in, staying and signing out. */
export function registerSessionRoutes(app: FastifyInstance, parts: Parts): void {
  const { accounts, mechanism, sessions, throttle, devices, policy } = parts;

  app.get('/api/session', async (request) => {
    const { account, session } = await requirePerson(parts, request);
    return {
      user: userOf(account),
      idleSeconds: limitedInPage(policy) ? session.idleSeconds : 0,
      absoluteExpiresAt: policy.absoluteLimit === 'nobody' ? null : session.absoluteExpiresAt,
      ...(policy.cookie.value === 'in answers, too' &&
        mechanism instanceof CookieMechanism && { sessionId: mechanism.presented(request) }),
    };
  });

  app.post('/api/login', async (request, reply) => {
    const { username, password, remember } = parseBody(loginSchema, request);
    throttle.admit(username);
    const account = await accounts.authenticate(username, password);
    if (!account) {
      throttle.failed(username);
      if (policy.login.failedAttempt !== 'nothing') await noteAttempt(request, username);
      throw new Failure(401, 'That user name and password do not match.');
    }
    throttle.admit(username);
    throttle.succeeded(username);
    const grant = await mechanism.signIn(account, remember, request, reply);
    if (policy.logout.offersAfterwards !== 'the form') devices.remember(reply, account.id);
    const conversationId = await takeOverGuest(parts, account, request, reply);
    return {
      user: userOf(account),
      ...grant,
      ...(conversationId !== undefined && { conversationId }),
    };
  });

  if (policy.logout.offersAfterwards !== 'the form') {
    const knownAccount = async (request: FastifyRequest): Promise<AccountRecord> => {
      const id = devices.accountOf(request);
      const account = id === undefined ? undefined : await accounts.find(id);
      if (!account) throw notFound();
      return account;
    };
    app.get('/api/device', async (request) => userOf(await knownAccount(request)));
    app.post('/api/device/login', async (request, reply) => {
      const account = await knownAccount(request);
      const grant = await mechanism.signIn(account, false, request, reply);
      return { user: userOf(account), ...grant };
    });
  }

  if (mechanism instanceof TokenMechanism) {
    app.get('/.well-known/jwks.json', async () => {
      const keys = await mechanism.publishedKeys();
      if (!keys) throw notFound();
      return keys;
    });
    app.post('/api/token/refresh', async (request, reply) => {
      const renewed = await mechanism.refresh(request, reply);
      if (!renewed) throw notSignedIn();
      return { user: userOf(renewed.account), ...renewed.grant };
    });
  }

  app.post('/api/session/touch', async (request, reply) => {
    await requirePerson(parts, request);
    return reply.code(204).send();
  });

  if (policy.idleTime === 'told by the page') {
    app.post('/api/session/away', async (request, reply) => {
      const { session } = await requirePersonIdly(parts, request);
      const { forMs } = parseBody(awaySchema, request);
      await sessions.touch(session.id, Math.max(0, forMs));
      return reply.code(204).send();
    });
  }

  app.post('/api/logout', async (request, reply) => {
    await mechanism.signOut(request, reply);
    return farewell(reply);
  });

  app.post('/api/logout-everywhere', async (request, reply) => {
    const { account, session } = await requirePerson(parts, request);
    const { ends, closesChannels } = policy.everywhere;
    const others = (await sessions.listFor(account.id)).filter(({ id }) => id !== session.id);
    for (const { id } of ends === 'every session' ? others : []) {
      await sessions.end(id, 'revoked', closesChannels ? 'closed' : 'left');
    }
    await mechanism.signOut(request, reply);
    return farewell(reply);
  });

  async function noteAttempt(request: FastifyRequest, username: string): Promise<void> {
    const caller = await mechanism.identify(request);
    const named = await accounts.findNamed(username);
    if (caller.kind === 'visitor' && named) await sessions.noteAttempt(caller.session.id, named.id);
  }

  function farewell(reply: FastifyReply): FastifyReply {
    if (policy.logout.clearsSiteData) reply.header('clear-site-data', '"cache", "storage"');
    return reply.code(204).send();
  }
}
