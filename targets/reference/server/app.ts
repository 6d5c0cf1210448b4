import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import websocket from '@fastify/websocket';
import { fastify, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { shareWithOrigin } from './http/cors.ts';
import { answerFailure, type Failure } from './http/failure.ts';
import { guardRequest } from './http/request-guard.ts';
import { securityHeaders } from './http/security-headers.ts';
import { cacheByAddress, withoutFileName } from './http/shared-cache.ts';
import type { Policy } from '../policy.ts';
import type { Parts } from './parts.ts';
import { registerAccountRoutes } from './routes/account.ts';
import { registerConversationRoutes } from './routes/conversations.ts';
import { registerDocuments } from './routes/documents.ts';
import { registerGuestRoutes } from './routes/guest.ts';
import { registerLiveRoutes } from './routes/live.ts';
import { registerMessageRoutes } from './routes/messages.ts';
import { registerResetRoutes } from './routes/reset.ts';
import { registerSessionRoutes } from './routes/session.ts';
import { registerShareRoutes } from './routes/shares.ts';

/** Bytes. */
const LARGEST_BODY = 128 * 1024;
const LARGEST_FRAME = 4 * 1024;

/** The HTTP server, not yet listening. */
export async function buildApp(parts: Parts, log: FastifyBaseLogger): Promise<FastifyInstance> {
  const looseCache = parts.policy.conversations.sharedCache === 'whatever looks like a file';
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    rewriteUrl: ({ url = '' }: IncomingMessage) => (looseCache ? withoutFileName(url) : url),
  });
  readBodies(app, parts.policy);
  app.setErrorHandler<Failure>(answerFailure);
  if (looseCache) cacheByAddress(app);
  app.addHook('onRequest', (request, reply, done) => {
    guardRequest(request, parts.policy);
    reply.header('cache-control', 'no-store');
    const shared = parts.policy.otherSites.reads === 'answered';
    if (shared && shareWithOrigin(request, reply)) reply.code(204).send();
    else done();
  });
  await app.register(helmet, securityHeaders(parts.policy, parts.settings.telemetry?.collector));
  await app.register(cookie);
  await app.register(websocket, { options: { maxPayload: LARGEST_FRAME } });
  registerDocuments(app, parts);
  registerSessionRoutes(app, parts);
  registerResetRoutes(app, parts);
  registerConversationRoutes(app, parts);
  registerMessageRoutes(app, parts);
  registerGuestRoutes(app, parts);
  registerShareRoutes(app, parts);
  registerAccountRoutes(app, parts);
  registerLiveRoutes(app, parts);
  await app.ready();
  return app;
}

/** A form of another site can send text, but not what says that it is JSON. */
function readBodies(app: FastifyInstance, { otherSites }: Policy): void {
  const { changes, signIn, signOut } = otherSites;
  const believed = [changes, signIn, signOut].includes('believed');
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>(
    believed ? '*' : 'application/json',
    { parseAs: 'string' },
    (request, body, done) => {
      if (body === '') done(null, undefined);
      else void parse(request, body, done);
    },
  );
}
