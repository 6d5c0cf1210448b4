import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { WebSocket } from 'ws';
import { Failure, notSignedIn } from '../http/failure.ts';
import { isOwnOrigin, refuseOtherSites } from '../http/request-guard.ts';
import type { LiveChannel, LiveFrame } from '../live/live-hub.ts';
import { requirePersonIdly, type Parts } from '../parts.ts';
import type { Session } from '../sessions/session.ts';
import { TokenMechanism } from '../sessions/token-mechanism.ts';

/** Close codes: 4401 means that there is no session (any more), 4400 that the page does not speak the protocol. */
const NO_SESSION = 4401;
const BAD_GREETING = 4400;
const GREETING_TIMEOUT_MS = 5_000;

const greetingSchema = z.object({ type: z.literal('hello'), ticket: z.string() });

const addressSchema = z.object({ access_token: z.string() });

/** The live connection of a page. It keeps no session alive, and dies with its own. */
export function registerLiveRoutes(app: FastifyInstance, parts: Parts): void {
  const { tickets, settings, sessions, live, policy } = parts;
  const open = policy.live.handshakeNeeds === 'nothing';

  if (settings.mechanism === 'cookie') {
    app.get(
      '/api/live',
      {
        websocket: true,
        preValidation: async (request) => {
          // A browser sends the cookie along whoever opens the socket: only the Origin tells who did.
          const own = isOwnOrigin(request.headers.origin, request.headers.host);
          if (!own && policy.otherSites.sockets === 'refused') {
            throw new Failure(403, 'Another site may not do this.');
          }
          await holder(request);
        },
      },
      async (socket, request) => welcome(socket, await holder(request)),
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
    async (socket, request) => {
      const bearer = await holderByAddress(request);
      if (bearer) {
        welcome(socket, bearer);
        return;
      }
      const leaveAsGuest = open ? join(socket, undefined) : undefined;
      const ticket = await greeting(socket);
      const sessionId = ticket === undefined ? undefined : await tickets.redeem(ticket);
      const session = sessionId === undefined ? undefined : await sessions.find(sessionId);
      if (session?.accountId !== undefined) {
        leaveAsGuest?.();
        welcome(socket, session);
      } else if (!open) socket.close(ticket === undefined ? BAD_GREETING : NO_SESSION);
    },
  );

  /** The session in whose name a socket is opened. One that is over opens none in any case. */
  async function holder(request: FastifyRequest): Promise<Session | undefined> {
    const caller = await parts.mechanism.identify(request);
    if (caller.kind === 'person') return caller.session;
    if (open && caller.kind !== 'refused') return undefined;
    throw notSignedIn();
  }

  /** Where the page may show its access token in the address, and does. */
  async function holderByAddress(request: FastifyRequest): Promise<Session | undefined> {
    const { mechanism } = parts;
    if (policy.live.opening === 'by what a socket says first') return undefined;
    const { data } = addressSchema.safeParse(request.query);
    if (!data || !(mechanism instanceof TokenMechanism)) return undefined;
    const caller = await mechanism.identifyByToken(data.access_token);
    return caller.kind === 'person' ? caller.session : undefined;
  }

  function welcome(socket: WebSocket, session: Session | undefined): void {
    if (socket.readyState !== socket.OPEN) return;
    join(socket, session);
    send(socket, { type: 'ready' });
  }

  /** Gives the way to leave before the socket closes. */
  function join(socket: WebSocket, session: Session | undefined): () => void {
    const channel: LiveChannel = {
      sessionId: session?.id,
      accountId: session?.accountId,
      deliver: (frame) => send(socket, frame),
      close: () => socket.close(NO_SESSION),
    };
    const leave = () => live.leave(channel);
    live.join(channel);
    socket.on('close', leave);
    return leave;
  }
}

function send(socket: WebSocket, frame: LiveFrame): void {
  socket.send(JSON.stringify(frame));
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
