import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = '__Host-guest';
const ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** The identifier of the guest who sent the request. */
export function readGuestCookie(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

/** It goes when the browser does. */
export function writeGuestCookie(reply: FastifyReply, identifier: string): void {
  // Not `setCookie`, which waits for the answer to be sent: one that is streamed never is.
  reply.header('set-cookie', reply.server.serializeCookie(NAME, identifier, ATTRIBUTES));
}

export function removeGuestCookie(reply: FastifyReply): void {
  reply.setCookie(NAME, '', { ...ATTRIBUTES, maxAge: 0, expires: new Date(0) });
}
