import type { Client } from '@libsql/client';
import type { FastifyRequest } from 'fastify';
import type { UiBundle } from '../ui/bundle.ts';
import type { Settings } from '../settings.ts';
import type { Policy } from '../policy.ts';
import { notSignedIn } from './http/failure.ts';
import type { KnownDevices } from './http/known-devices.ts';
import type { SignInThrottle } from './http/sign-in-throttle.ts';
import type { LiveHub } from './live/live-hub.ts';
import type { LiveTickets } from './live/live-tickets.ts';
import type { ReplyDesk } from './replies/reply-desk.ts';
import type { Person } from './sessions/caller.ts';
import type { CookieChoice } from './sessions/credential-cookie.ts';
import type { CookieMechanism } from './sessions/cookie-mechanism.ts';
import type { SessionStore } from './sessions/session-store.ts';
import type { TokenMechanism } from './sessions/token-mechanism.ts';
import type { Accounts } from './storage/accounts.ts';
import type { Conversations } from './storage/conversations.ts';
import type { Guests } from './storage/guests.ts';
import type { PasswordResets } from './storage/password-resets.ts';
import type { Shares } from './storage/shares.ts';

/** What the routes are made of. */
export interface Parts {
  policy: Policy;
  settings: Settings;
  ui: UiBundle;
  database: Client;
  accounts: Accounts;
  sessions: SessionStore;
  mechanism: CookieMechanism | TokenMechanism;
  conversations: Conversations;
  guests: Guests;
  resets: PasswordResets;
  shares: Shares;
  throttle: SignInThrottle;
  devices: KnownDevices;
  live: LiveHub;
  tickets: LiveTickets;
  replies: ReplyDesk;
}

/** Marks what a page does by itself, with nobody at the keyboard; it does not keep a session from going idle. */
const BACKGROUND_HEADER = 'x-background';

/** The signed-in person who sent the request, or a 401. The request counts as activity. */
export async function requirePerson(
  parts: Parts,
  request: FastifyRequest,
  choice?: CookieChoice,
): Promise<Person> {
  const person = await requirePersonIdly(parts, request, choice);
  if (isActivity(parts, request)) await parts.sessions.touch(person.session.id);
  return person;
}

function isActivity({ policy }: Parts, { headers, method }: FastifyRequest): boolean {
  if (headers[BACKGROUND_HEADER] !== undefined) return false;
  return policy.activity === 'every request of hers' || method === 'GET';
}

/** The same for requests that never count as activity. */
export async function requirePersonIdly(
  parts: Parts,
  request: FastifyRequest,
  choice?: CookieChoice,
): Promise<Person> {
  const caller = await parts.mechanism.identify(request, choice);
  if (caller.kind !== 'person') throw notSignedIn();
  return caller;
}
