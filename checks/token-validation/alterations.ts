import { type EmbeddedJwt, embeddedJwts } from './embedded-jwts.ts';
import { encodePart, type Jwt, parseJwt } from './jwt.ts';

/** A credential's value changed so that a sound product refuses it. */
export interface Alteration {
  /** For example `the token without its signature`. */
  name: string;
  value: string;
  /**
   * The value with nonsense in the place of the part that is altered; absent where that part is all there is. A product
   * that accepts it does not look at the part.
   */
  nonsense?: string;
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
 * A part that is signed by another one is told by its being readable: of a value that holds no readable text, parts may
 * well be there that nobody looks at.
 *
 * @param value as sent, an authentication scheme such as `Bearer ` included
 * @param other the same credential of another session, if there is one: its signature fits another token
 * @param beside other values of the request that say who asks
 */
export function alterations(
  value: string,
  other?: string,
  beside: readonly string[] = [],
): Alteration[] {
  const tokens = embeddedJwts(value);
  if (tokens.length === 0) {
    const scheme = /^\w+\s+/.exec(value)?.[0] ?? '';
    return opaqueAlterations(value.slice(scheme.length), beside)
      .map(({ name, value: changed, nonsense }) => ({
        name,
        value: scheme + changed,
        ...(nonsense === undefined ? {} : { nonsense: scheme + nonsense }),
      }))
      .filter((alteration) => alteration.value !== value);
  }
  const others = other === undefined ? [] : embeddedJwts(other);
  return tokens.flatMap((embedded, index) => {
    const { token, withToken } = embedded;
    const jwt = parseJwt(token);
    if (!jwt) return [];
    const nonsense = nonsenseFor(embedded, beside);
    return jwtAlterations(jwt, parseJwt(others[index]?.token ?? ''))
      .filter((alteration) => alteration.value !== token)
      .map((alteration) => ({
        ...alteration,
        value: withToken(alteration.value),
        ...(nonsense === undefined ? {} : { nonsense }),
      }));
  });
}

/** The value with nonsense in the place of the token; undefined where the token is all that could say who asks. */
export function nonsenseFor(
  { token, withToken }: EmbeddedJwt,
  beside: readonly string[] = [],
): string | undefined {
  const rest = withToken('').replace(/^\w+\s+/, '');
  return rest.length < MIN_PART && beside.length === 0 ? undefined : withToken(garbled(token));
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

function opaqueAlterations(token: string, beside: readonly string[]): Alteration[] {
  const parts = token.split(/([.:|~]|%[0-9A-Fa-f]{2})/);
  const all = [...parts, ...beside].filter(({ length }) => length >= MIN_PART);
  return parts.flatMap((part, index) => {
    if (part.length < MIN_PART) return [];
    const withPart = (changed: string): string =>
      [...parts.slice(0, index), changed, ...parts.slice(index + 1)].join('');
    const which = parts.length === 1 ? 'the value' : `part ${index / 2 + 1} of the value`;
    const altered = { name: `${which} with one character changed`, value: withPart(flip(part)) };
    // What says something by itself is worth forging: then the rest of the value is there to prevent that.
    const others = all.filter((each) => each !== part);
    const maybeUnread = others.length > 0 && !others.some(isReadable);
    return [maybeUnread ? { ...altered, nonsense: withPart(garbled(part)) } : altered];
  });
}

/** Whether a part is a text that says something, and no mere handle of something that the server keeps. */
function isReadable(part: string): boolean {
  const text = Buffer.from(part, 'base64').toString('utf8');
  return [part, text].some((each) => /^\s*[[{"]/.test(each) && /[\]}"]\s*$/.test(each));
}

/** Nonsense of the same length, made of the same kinds of characters. */
function garbled(text: string): string {
  return [...text].map(flip).join('');
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
