/** A credential's value changed so that a sound product refuses it. */
export interface Alteration {
  /** For example `the token without its signature`. */
  name: string;
  value: string;
}

/** Shorter parts are flags or names, and a product may well ignore them. */
const MIN_PART = 16;

/**
 * Ways to alter a value that still say the same about whom it stands for.
 *
 * A JSON Web Token is re-encoded without a valid signature; anything else gets one character changed in the middle of
 * each part that is long enough to be an identifier or a signature. The last character is never the one: in base64 it
 * may carry bits that no decoder reads.
 *
 * @param value as sent, an authentication scheme such as `Bearer ` included
 * @param other the same credential of another session, if there is one: its signature fits another token
 */
export function alterations(value: string, other?: string): Alteration[] {
  const scheme = /^\w+\s+/.exec(value)?.[0] ?? '';
  const token = value.slice(scheme.length);
  const jwt = parseJwt(token);
  const altered = jwt
    ? jwtAlterations(jwt, other === undefined ? undefined : parseJwt(other.slice(scheme.length)))
    : opaqueAlterations(token);
  return altered
    .filter((alteration) => alteration.value !== token)
    .map(({ name, value: changed }) => ({ name, value: scheme + changed }));
}

interface Jwt {
  header: Record<string, unknown>;
  payload: Record<string, unknown>;
  parts: [string, string, string];
}

function jwtAlterations({ header, payload, parts }: Jwt, other: Jwt | undefined): Alteration[] {
  const [head, body, signature] = parts;
  const later = typeof payload['exp'] === 'number' ? payload['exp'] + 86_400 : undefined;
  const changed = encode({
    ...payload,
    ...(later === undefined ? { admin: true } : { exp: later }),
  });
  const found: Alteration[] = ['none', 'None', 'NONE'].map((alg) => ({
    name: `a token with the algorithm “${alg}” and no signature`,
    value: `${encode({ ...header, alg })}.${body}.`,
  }));
  found.push(
    { name: 'the token without its signature', value: `${head}.${body}.` },
    { name: 'the token with a changed signature', value: `${head}.${body}.${flip(signature)}` },
    {
      name: later === undefined ? 'a token with an added claim' : 'a token with a later expiry',
      value: `${head}.${changed}.${signature}`,
    },
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

/** A compact JWS whose header and payload are JSON objects (RFC 7519). */
export function parseJwt(text: string): Jwt | undefined {
  const parts = text.split('.');
  const [head, body, signature] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || signature === undefined)
    return undefined;
  const header = decode(head);
  const payload = decode(body);
  return header && payload && 'alg' in header
    ? { header, payload, parts: [head, body, signature] }
    : undefined;
}

function decode(part: string): Record<string, unknown> | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // Three parts of something else.
    return undefined;
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
