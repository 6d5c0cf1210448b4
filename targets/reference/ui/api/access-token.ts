import { settings } from '../settings.ts';
import type { Grant } from '../wire.ts';
import { RefusedError } from './failures.ts';
import { exchange } from './transport.ts';

interface HeldToken {
  token: string;
  /** Milliseconds since the epoch. */
  staleAt: number;
  username: string;
}

/** Where the access token outlives the page, in a product that is set to keep it. */
const KEY = 'harbour.token';
const isKept = settings.mechanism === 'token' && settings.accessToken === 'in the browser';

/** The access token lives here and, unless the product is set so, nowhere else: it is gone with the page. */
let held: HeldToken | undefined = isKept ? keptToken() : undefined;
let refreshing: Promise<Grant> | undefined;
/** Counts the times that the token was dropped: what was asked for before belongs to nobody any more. */
let generation = 0;

/** A token is renewed when less than this part of its life is left. */
const STALE_PART = 0.2;

/** Keeps what a login or a refresh granted. The cookie mechanism grants nothing to keep. */
export function holdGrant(grant: Grant): void {
  if (!grant.accessToken || !grant.expiresIn) return;
  const staleAt = Date.now() + grant.expiresIn * 1000 * (1 - STALE_PART);
  held = { token: grant.accessToken, staleAt, username: grant.user.username };
  if (isKept) localStorage.setItem(KEY, JSON.stringify(held));
}

function keptToken(): HeldToken | undefined {
  const text = localStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as HeldToken);
}

export function dropToken(): void {
  held = undefined;
  if (isKept) localStorage.removeItem(KEY);
  refreshing = undefined;
  generation += 1;
}

/**
 * The `Authorization` header, renewed beforehand if need be; none in the cookie mechanism.
 * `renew` asks for another token even if the held one looks fresh.
 */
export async function authorization(renew = false): Promise<Record<string, string>> {
  if (settings.mechanism === 'cookie') return {};
  if (renew || !held || Date.now() >= held.staleAt) await refresh();
  return heldAuthorization();
}

/** The token itself, renewed beforehand if need be. */
export async function accessToken(): Promise<string> {
  await authorization();
  return held?.token ?? '';
}

/** The header without asking the server for anything. */
export function heldAuthorization(): Record<string, string> {
  return held ? { authorization: `Bearer ${held.token}` } : {};
}

/** Another person signed in to this browser meanwhile: their token must not serve this page's requests. */
export class IdentityChangedError extends RefusedError {
  constructor() {
    super(401, 'Somebody else has signed in to this browser.');
  }
}

/**
 * Trades the refresh cookie for an access token. The tabs of a browser share that cookie and it is good for one use,
 * so they take turns; whoever comes next sends the newest one.
 */
export function refresh(): Promise<Grant> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function renew(): Promise<Grant> {
  const asked = generation;
  const grant = await navigator.locks.request('harbour-refresh', async () => {
    const response = await exchange('/api/token/refresh', { method: 'POST' });
    return (await response.json()) as Grant;
  });
  if (asked !== generation) throw new DOMException('The session ended meanwhile.', 'AbortError');
  if (settings.newcomers === 'start anew' && held && held.username !== grant.user.username) {
    throw new IdentityChangedError();
  }
  holdGrant(grant);
  return grant;
}
