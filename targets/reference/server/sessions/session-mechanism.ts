import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountRecord } from '../storage/accounts.ts';
import type { Caller, Person } from './caller.ts';
import type { CookieChoice } from './credential-cookie.ts';

/** What the page is given in the body of the answer, besides any cookie. */
export interface Grant {
  accessToken?: string;
  /** Seconds. */
  expiresIn?: number;
  /** What the cookie holds, where answers repeat it. */
  refreshToken?: string;
}

/** How a browser shows whose session it has. The product is the same with either. */
export interface SessionMechanism {
  /** Two cookies of one name mean two sessions: `choice` says which one counts, by default the first. */
  identify(request: FastifyRequest, choice?: CookieChoice): Promise<Caller>;
  /** Prepares the answer to a page load. */
  welcome(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Opens a session for a person who has shown her password, and ends the one that the browser had. */
  signIn(
    account: AccountRecord,
    remember: boolean,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Grant>;
  /** Keeps in the browser's session whose password it has asked for anew; gives the page's ticket, where it gets one. */
  noteReset(
    account: AccountRecord,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | undefined>;
  /** Ends the browser's session and clears its credential, also where there is nothing left to end. */
  signOut(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Gives the person's session new credentials; the old ones open nothing any more. */
  renew(person: Person, reply: FastifyReply): Promise<Grant>;
}
