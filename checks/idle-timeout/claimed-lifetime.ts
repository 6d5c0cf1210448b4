import type { TimeBar } from '../verdict.ts';
import { span } from './judge-age.ts';

/** How long a credential claims to be good: the cookie to the browser, or the token in itself. */
export interface ClaimedLifetime {
  /** Such as `the cookie sid`, or `the token in header authorization`. */
  what: string;
  /** Undefined: a cookie until the browser closes, a token for ever. */
  lifetimeSeconds?: number;
  kind: 'cookie' | 'token';
}

/** As in sentences: `the cookie sid claims to last for 30 min`. */
export function claimInWords({ what, kind, lifetimeSeconds }: ClaimedLifetime): string {
  const endless = kind === 'cookie' ? 'until the browser closes' : 'for ever';
  const time = lifetimeSeconds === undefined ? endless : `for ${span(lifetimeSeconds)}`;
  return `${what} claims to last ${time}`;
}

/** Claims as bars of a chart, to be seen beneath a limit and what was measured. */
export function barsOf(claims: readonly ClaimedLifetime[] = []): TimeBar[] {
  return claims.map(({ what, lifetimeSeconds }) =>
    lifetimeSeconds === undefined
      ? { name: `claim of ${what}`, seconds: 0, atMostSeconds: 'not known' }
      : { name: `claim of ${what}`, seconds: lifetimeSeconds },
  );
}
