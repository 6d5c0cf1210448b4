import { embeddedJwts } from './embedded-jwts.ts';
import { parseJwt } from './jwt.ts';

/** Seconds since the epoch at which the first of the tokens in some values runs out; undefined where none tells. */
export function earliestExpiry(values: readonly string[]): number | undefined {
  const expiries = values
    .flatMap((value) => embeddedJwts(value))
    .map(({ token }) => parseJwt(token)?.payload['exp'])
    .filter((exp) => typeof exp === 'number');
  return expiries.length === 0 ? undefined : Math.min(...expiries);
}
