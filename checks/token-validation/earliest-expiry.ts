import { embeddedJwts } from './embedded-jwts.ts';
import { parseJwt } from './jwt.ts';

/** What a token says of its life, in seconds since the epoch. */
export interface Lifetime {
  exp: number;
  iat?: number;
}

/** The lives of the tokens in some values; those that do not tell when they run out are left out. */
export function lifetimesIn(values: readonly string[]): Lifetime[] {
  return values
    .flatMap((value) => embeddedJwts(value))
    .flatMap(({ token }) => {
      const { exp, iat } = parseJwt(token)?.payload ?? {};
      if (typeof exp !== 'number') return [];
      return [typeof iat === 'number' ? { exp, iat } : { exp }];
    });
}

/** Seconds since the epoch at which the first of the tokens in some values runs out; undefined where none tells. */
export function earliestExpiry(values: readonly string[]): number | undefined {
  const expiries = lifetimesIn(values).map(({ exp }) => exp);
  return expiries.length === 0 ? undefined : Math.min(...expiries);
}
