import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Policy } from '../../policy.ts';

/** Which of several cookies of one name is meant. */
export type CookieChoice = 'the first cookie' | 'the last cookie';

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
      sameSite: sameSite === 'unstated' ? false : (sameSite.toLowerCase() as 'lax' | 'none'),
    };
  }
}
