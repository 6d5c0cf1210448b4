import { embeddedJwts } from './embedded-jwts.ts';
import { encodePart, type Jwt, parseJwt } from './jwt.ts';

/** A credential's value changed so that a sound product refuses it. */
export interface Alteration {
  /** For example `the token without its signature`. */
  name: string;
  value: string;
}

/** Shorter parts are flags or names, and a product may well ignore them. */
const MIN_PART = 16;
/** Seconds that are added to an expiry. */
const LATER = 86_400;

/**
 * Ways to alter a value that still say the same about whom it stands for.
 *
 * A JSON Web Token, wherever it stands in the value, is re-encoded without a valid signature; anything else gets one
 * character changed in the middle of each part that is long enough to be an identifier or a signature. The last
 * character is never the one: in base64 it may carry bits that no decoder reads.
 *
 * @param value as sent, an authentication scheme such as `Bearer ` included
 * @param other the same credential of another session, if there is one: its signature fits another token
 */
export function alterations(value: string, other?: string): Alteration[] {
  const tokens = embeddedJwts(value);
  if (tokens.length === 0) {
    const scheme = /^\w+\s+/.exec(value)?.[0] ?? '';
    return opaqueAlterations(value.slice(scheme.length))
      .map(({ name, value: changed }) => ({ name, value: scheme + changed }))
      .filter((alteration) => alteration.value !== value);
  }
  const others = other === undefined ? [] : embeddedJwts(other);
  return tokens.flatMap(({ token, withToken }, index) => {
    const jwt = parseJwt(token);
    if (!jwt) return [];
    return jwtAlterations(jwt, parseJwt(others[index]?.token ?? ''))
      .filter((alteration) => alteration.value !== token)
      .map((alteration) => ({ ...alteration, value: withToken(alteration.value) }));
  });
}

/**
 * Somebody's own credential with claims of another person's in it, the signature kept: whoever believes it takes him
 * for her.
 *
 * @param own the value of the one who alters it
 * @param hers the same credential of the person whom it is made to speak of
 */
export function impersonations(own: string, hers: string): Alteration[] {
  const theirs = embeddedJwts(hers).map(({ token }) => parseJwt(token));
  return embeddedJwts(own).flatMap(({ token, withToken }, index) => {
    const mine = parseJwt(token);
    const other = theirs[index];
    if (!mine || !other) return [];
    const [head, , signature] = mine.parts;
    const claimed = (claims: Record<string, unknown>): string =>
      withToken(`${head}.${encodePart({ ...mine.payload, ...claims })}.${signature}`);
    const found: Alteration[] = [];
    if (other.payload['sub'] !== undefined && other.payload['sub'] !== mine.payload['sub']) {
      found.push({
        name: 'a token of another person’s with the subject replaced',
        value: claimed({ sub: other.payload['sub'] }),
      });
    }
    found.push({
      name: 'a token of another person’s with every claim replaced',
      value: claimed(other.payload),
    });
    return found;
  });
}

function jwtAlterations({ header, payload, parts }: Jwt, other: Jwt | undefined): Alteration[] {
  const [head, body, signature] = parts;
  const claiming = (claims: Record<string, unknown>): string =>
    `${head}.${encodePart({ ...payload, ...claims })}.${signature}`;
  const { exp, nbf } = payload;
  const found: Alteration[] = ['none', 'None', 'NONE'].map((alg) => ({
    name: `a token with the algorithm “${alg}” and no signature`,
    value: `${encodePart({ ...header, alg })}.${body}.`,
  }));
  found.push(
    { name: 'the token without its signature', value: `${head}.${body}.` },
    { name: 'the token with a changed signature', value: `${head}.${body}.${flip(signature)}` },
    typeof exp === 'number'
      ? { name: 'a token with a later expiry', value: claiming({ exp: exp + LATER }) }
      : { name: 'a token with an added claim', value: claiming({ admin: true }) },
    {
      name: 'a token with the role of an administrator',
      value: claiming({ role: 'admin', roles: ['admin'], admin: true }),
    },
    typeof nbf === 'number'
      ? { name: 'a token that holds from earlier on', value: claiming({ nbf: nbf - LATER }) }
      : { name: 'a token with a beginning added', value: claiming({ nbf: 0 }) },
  );
  if (other && other.parts[2] !== signature) {
    const value = `${head}.${body}.${other.parts[2]}`;
    found.push({ name: 'the token with another token’s signature', value });
  }
  return found;
}

function opaqueAlterations(token: string): Alteration[] {
  const parts = token.split(/([.:|~]|%[0-9A-Fa-f]{2})/);
  return parts.flatMap((part, index) => {
    if (part.length < MIN_PART) return [];
    const changed = [...parts.slice(0, index), flip(part), ...parts.slice(index + 1)].join('');
    const which = parts.length === 1 ? 'the value' : `part ${index / 2 + 1} of the value`;
    return [{ name: `${which} with one character changed`, value: changed }];
  });
}

/** Changes one character in the middle to another of its kind. */
function flip(text: string): string {
  const at = Math.floor(text.length / 2);
  const replacement = /[0-8]/.test(text.charAt(at))
    ? String(Number(text.charAt(at)) + 1)
    : text.charAt(at) === 'a'
      ? 'b'
      : 'a';
  return text.slice(0, at) + replacement + text.slice(at + 1);
}
