import type { Observation } from '../verdict.ts';
import { parseJwt } from './jwt.ts';
import { isSecret, type PrivateClaim, privateClaimsOf } from './private-claims.ts';

/** What one token says; no secret in it, and of its claims the names only. */
export interface TokenFacts {
  /** Where it was carried, for example `header authorization`. */
  what: string;
  /** It opens conversations by itself. One that renews it, or names the person, may live longer. */
  opens: boolean;
  /** From its being issued to its expiry; undefined: it never expires. */
  lifetimeSeconds?: number;
  privateClaims: PrivateClaim[];
  /** The recommended fields that are missing, such as `aud`. */
  lacks: string[];
}

/** Without them a token of one kind, issuer or receiver can be taken for another’s (RFC 8725 3.8–3.11). */
const RECOMMENDED = ['iss', 'aud', 'jti'];

/**
 * What a token says of itself; undefined where the text is none.
 *
 * @param seenAt seconds since the epoch; stands for the time of issue where the token does not tell it
 */
export function tokenFacts(
  { what, opens }: Pick<TokenFacts, 'what' | 'opens'>,
  token: string,
  seenAt: number,
): TokenFacts | undefined {
  const jwt = parseJwt(token);
  if (!jwt) return undefined;
  const { header, payload } = jwt;
  const { exp, iat, nbf } = payload;
  const issued = [iat, nbf, seenAt].find((time) => typeof time === 'number') ?? seenAt;
  const lacks = RECOMMENDED.filter((claim) => payload[claim] === undefined);
  if (header['typ'] === undefined) lacks.push('typ');
  const facts: TokenFacts = { what, opens, privateClaims: privateClaimsOf(payload), lacks };
  if (typeof exp === 'number') facts.lifetimeSeconds = Math.round(exp - issued);
  return facts;
}

export function tokenFlaws(token: TokenFacts, longestSeconds: number): Observation[] {
  const { what, opens, lifetimeSeconds, privateClaims } = token;
  const flaws: Observation[] = [];
  if (opens && lifetimeSeconds === undefined) {
    flaws.push({ summary: `the token in ${what} never expires (it has no “exp”)` });
  }
  if (opens && lifetimeSeconds !== undefined && lifetimeSeconds > longestSeconds) {
    flaws.push({
      summary: `the token in ${what} is good for ${inWords(lifetimeSeconds)}, longer than ${inWords(longestSeconds)}`,
      facts: { lifetime: `${lifetimeSeconds} s`, allowed: `${longestSeconds} s` },
    });
  }
  // A token that names the person to her own page (OpenID Connect Core 2) has to hold what is about her.
  const misplaced = privateClaims.filter((each) => opens || isSecret(each));
  flaws.push(...misplaced.map((each) => holding(what, each)));
  return flaws;
}

function holding(what: string, { claim, kind }: PrivateClaim): Observation {
  return {
    summary: `the token in ${what} holds ${kind} in its claim “${claim}”`,
    facts: { claim, kind },
  };
}

export function tokenAdvice(token: TokenFacts): Observation[] {
  const { what, opens, lifetimeSeconds, lacks, privateClaims } = token;
  const advice: Observation[] = [];
  if (!opens) {
    const told = privateClaims.filter((each) => !isSecret(each));
    advice.push(...told.map((each) => holding(what, each)));
  }
  if (!opens && lifetimeSeconds === undefined) {
    advice.push({ summary: `the token in ${what} opens nothing by itself, and never expires` });
  }
  if (lacks.length > 0) {
    const missing = new Intl.ListFormat('en').format(lacks.map((name) => `“${name}”`));
    advice.push({
      summary: `the token in ${what} has no ${missing}; without them one kind of token can be taken for another, and none can be revoked by its own identifier`,
    });
  }
  return advice;
}

function inWords(seconds: number): string {
  if (seconds >= 2 * 86_400) return `${Math.round(seconds / 86_400)} days`;
  if (seconds >= 2 * 3600) return `${Math.round(seconds / 3600)} hours`;
  if (seconds >= 120) return `${Math.round(seconds / 60)} minutes`;
  return `${seconds} seconds`;
}
