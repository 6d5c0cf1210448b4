import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { WebSocket } from 'ws';
import { Failure } from '../http/failure.ts';
import { isOwnOrigin, refuseOtherSites } from '../http/request-guard.ts';
import type { LiveChannel, LiveFrame } from '../live/live-hub.ts';
import { requirePersonIdly, type Parts } from '../parts.ts';
import type { Session } from '../sessions/session.ts';

/** Close codes: 4401 means that there is no session (any more), 4400 that the page does not speak the protocol. */
const NO_SESSION = 4401;
const BAD_GREETING = 4400;
const GREETING_TIMEOUT_MS = 5_000;

const greetingSchema = z.object({ type: z.literal('hello'), ticket: z.string() });

/** The live connection of a page. It keeps no session alive, and dies with its own. */
export function registerLiveRoutes(app: FastifyInstance, parts: Parts): void {
  const { tickets, settings, sessions, live } = parts;

  if (settings.mechanism === 'cookie') {
    app.get(
      '/api/live',
      {
        websocket: true,
        preValidation: async (request) => {
          // A browser sends the cookie along whoever opens the socket: only the Origin tells who did.
          if (!isOwnOrigin(request.headers.origin, request.headers.host)) {
            throw new Failure(403, 'Another site may not do this.');
          }
          await requirePersonIdly(parts, request);
        },
      },
      async (socket, request) => {
        const { session } = await requirePersonIdly(parts, request);
        join(socket, session);
      },
    );
    return;
  }

  app.post('/api/live/ticket', async (request) => {
    const { session } = await requirePersonIdly(parts, request);
    return { ticket: await tickets.issue(session.id) };
  });
  app.get(
    '/api/live',
    {
      websocket: true,
      preValidation: (request: FastifyRequest, _reply, done) => {
        refuseOtherSites(request);
        done();
      },
    },
    async (socket) => {
      const ticket = await greeting(socket);
      const sessionId = ticket === undefined ? undefined : await tickets.redeem(ticket);
      const session = sessionId === undefined ? undefined : await sessions.find(sessionId);
      if (session) join(socket, session);
      else socket.close(ticket === undefined ? BAD_GREETING : NO_SESSION);
    },
  );

  function join(socket: WebSocket, { id, accountId }: Session): void {
    if (accountId === undefined || socket.readyState !== socket.OPEN) return;
    const channel: LiveChannel = {
      sessionId: id,
      accountId,
      deliver: (frame: LiveFrame) => socket.send(JSON.stringify(frame)),
      close: () => socket.close(NO_SESSION),
    };
    live.join(channel);
    socket.on('close', () => live.leave(channel));
    channel.deliver({ type: 'ready' });
  }
}

/** The ticket in the first frame; nothing when the frame is another, or does not come in time. */
function greeting(socket: WebSocket): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(undefined), GREETING_TIMEOUT_MS);
    const settle = (ticket: string | undefined): void => {
      clearTimeout(timer);
      resolve(ticket);
    };
    socket.once('close', () => settle(undefined));
    socket.once('message', (data: Buffer) => {
      settle(ticketIn(data.toString()));
    });
  });
}

function ticketIn(text: string): string | undefined {
  try {
    return greetingSchema.safeParse(JSON.parse(text)).data?.ticket;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
