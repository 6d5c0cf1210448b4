import { settings } from '../settings.ts';
import type { EndReason, Grant, LoginAnswer, SessionEntry, SessionInfo, User } from '../wire.ts';
import {
  accessToken,
  authorization,
  dropToken,
  heldAuthorization,
  holdGrant,
} from './access-token.ts';
import { isRefusal } from './failures.ts';
import { request, requestJson } from './request.ts';
import { exchange, jsonBody } from './transport.ts';

/** Signing in and out, and the account. */

/** How long signing out waits for the server, in milliseconds. */
const SIGN_OUT_PATIENCE = 8000;

/** Whose session this browser has. Refused with 401 where it has none. */
export async function fetchSession(): Promise<SessionInfo> {
  const headers = await authorization();
  const response = await exchange('/api/session', { headers });
  return (await response.json()) as SessionInfo;
}

export async function login(credentials: {
  username: string;
  password: string;
  remember: boolean;
}): Promise<LoginAnswer> {
  const response = await exchange('/api/login', { method: 'POST', ...jsonBody(credentials) });
  const answer = (await response.json()) as LoginAnswer;
  dropToken();
  holdGrant(answer);
  return answer;
}

/** Asks for a link by which a forgotten password is replaced. The answer is the same whether or not there is such an account. */
export async function requestReset(username: string): Promise<void> {
  const init = { method: 'POST', ...jsonBody({ username }) };
  // To its end: an answer that is never read keeps its connection from the next request.
  await (await exchange('/api/password-reset', init)).json();
}

/** Whose account was used last in this browser, where the product knows that. */
export async function fetchKnownAccount(): Promise<User | null> {
  try {
    return (await (await exchange('/api/device', {})).json()) as User;
  } catch (error) {
    if (isRefusal(error, 404)) return null;
    throw error;
  }
}

export async function loginAsKnown(): Promise<LoginAnswer> {
  const response = await exchange('/api/device/login', { method: 'POST', ...jsonBody({}) });
  const answer = (await response.json()) as LoginAnswer;
  dropToken();
  holdGrant(answer);
  return answer;
}

/** Ends the session on the server, also where the page is closed before the answer comes. */
export async function logout(): Promise<void> {
  await exchange('/api/logout', {
    method: 'POST',
    headers: heldAuthorization(),
    signal: AbortSignal.timeout(SIGN_OUT_PATIENCE),
    keepalive: true,
  });
}

export async function logoutEverywhere(): Promise<void> {
  await request('POST', '/api/logout-everywhere');
}

export async function touchSession(): Promise<void> {
  await request('POST', '/api/session/touch');
}

/** Tells how long ago the person last did something; that is no sign of her. */
export async function tellAway(forMs: number): Promise<void> {
  const options = { body: { forMs }, background: true, quiet: true };
  await request('POST', '/api/session/away', options);
}

/** Where a live connection is opened, and the ticket to be said then, good for one; the cookie needs none. */
export async function liveOpening(): Promise<{ address: string; ticket?: string }> {
  const address = `${location.origin.replace(/^http/, 'ws')}/api/live`;
  if (settings.mechanism === 'cookie') return { address };
  if (settings.liveOpening === 'by the access token in the address') {
    return { address: `${address}?access_token=${encodeURIComponent(await accessToken())}` };
  }
  const options = { background: true };
  return {
    address,
    ...(await requestJson<{ ticket: string }>('POST', '/api/live/ticket', options)),
  };
}

export async function changeDisplayName(displayName: string): Promise<User> {
  await request('PATCH', '/api/account', { body: { displayName } });
  return requestJson<User>('GET', '/api/account');
}

export async function changePassword(change: { current: string; next: string }): Promise<void> {
  const response = await request('POST', '/api/account/password', { body: change });
  if (response.status !== 204) holdGrant((await response.json()) as Grant);
}

export async function fetchSessions(): Promise<SessionEntry[]> {
  return (await requestJson<{ sessions: SessionEntry[] }>('GET', '/api/account/sessions')).sessions;
}

export async function revokeSession(id: string): Promise<void> {
  await request('DELETE', `/api/account/sessions/${id}`);
}

/** How each way of ending is told on the sign-in page. */
export const END_NOTICES: Record<EndReason, string> = {
  logout: 'You have signed out.',
  revoked: 'This session was ended from another device or tab.',
  idle: 'You were signed out because nothing happened for a while.',
  expired: 'Your session has ended. Please sign in again.',
};
