import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Policy } from '../../policy.ts';
import type { Session } from './session.ts';

/** Which of several cookies of one name is meant. */
export type CookieChoice = 'the first cookie' | 'the last cookie';

const SAME_SITE = { Lax: 'lax', None: 'none', unstated: false } as const;

/** The one cookie in which a browser keeps its credential: the session's identifier, or the refresh token. */
export class CredentialCookie {
  readonly #name: string;

  constructor(
    purpose: 'session' | 'refresh',
    private readonly policy: Policy,
  ) {
    this.#name = policy.cookie.secure ? `__Host-${purpose}` : purpose;
  }

  read(request: FastifyRequest, choice: CookieChoice = 'the first cookie'): string | undefined {
    if (choice === 'the first cookie') return request.cookies[this.#name];
    const pairs = (request.headers.cookie ?? '').split(/; */).reverse();
    const last = pairs.find((pair) => pair.startsWith(`${this.#name}=`));
    return last?.slice(this.#name.length + 1);
  }

  /** It outlives the browser where its session is one to be remembered, and then as long as that. */
  writeFor(reply: FastifyReply, value: string, session: Session, now: number): void {
    const lasts = session.remembered || this.policy.cookie.lasting === 'all';
    // Where nobody but the cookie knows an end, each one that is written begins anew.
    const since = this.policy.rememberedSessions === 'with their cookie' ? session.createdAt : now;
    const secondsLeft = Math.floor((session.absoluteExpiresAt - since) / 1000);
    this.write(reply, value, lasts ? secondsLeft : undefined);
  }

  /** `maxAge` in seconds; without it the cookie goes when the browser does. */
  write(reply: FastifyReply, value: string, maxAge: number | undefined): void {
    reply.setCookie(this.#name, value, {
      ...this.#attributes(),
      ...(maxAge !== undefined && { maxAge }),
    });
  }

  remove(reply: FastifyReply): void {
    const attributes = this.#attributes();
    // A browser stores no deletion of a `__Host-` cookie that lacks Secure, nor one for another path.
    const unfit = { ...attributes, secure: false, path: '/api' };
    reply.setCookie(this.#name, '', {
      ...(this.policy.logout.deletionFitsCookie ? attributes : unfit),
      maxAge: 0,
      expires: new Date(0),
    });
  }

  #attributes() {
    const { httpOnly, secure, sameSite } = this.policy.cookie;
    return {
      path: '/',
      httpOnly,
      secure,
      // Left out, the library would write Lax.
      sameSite: SAME_SITE[sameSite],
    };
  }
}
