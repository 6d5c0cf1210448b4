import type { FastifyReply, FastifyRequest } from 'fastify';
import { digestOf, newSecret } from '../storage/identifiers.ts';

const NAME = '__Host-device';
const DAY = 24 * 60 * 60;
const ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Browsers that are known by a cookie of their own, which outlives the session, with the account last used there. */
export class KnownDevices {
  readonly #accounts = new Map<string, string>();

  remember(reply: FastifyReply, accountId: string): void {
    const secret = newSecret();
    this.#accounts.set(digestOf(secret), accountId);
    reply.setCookie(NAME, secret, { ...ATTRIBUTES, maxAge: 30 * DAY });
  }

  accountOf(request: FastifyRequest): string | undefined {
    const secret = request.cookies[NAME];
    return secret === undefined ? undefined : this.#accounts.get(digestOf(secret));
  }
}
