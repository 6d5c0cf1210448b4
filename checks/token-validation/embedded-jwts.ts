import { parseJwt } from './jwt.ts';

/** A token inside a larger value, such as a cookie that holds JSON. */
export interface EmbeddedJwt {
  token: string;
  /** The whole value with another token in the place of this one, wrapped as this one was. */
  withToken: (token: string) => string;
}

/** Wrappings lie over one another: percent over base64 over JSON is in use. */
const MAX_DEPTH = 4;
const RUN = /[\w-]+(?:\.[\w-]*){2,}/g;
const ESCAPED = /%[0-9a-f]{2}/i;
/** Supabase writes its session so; a bare text of base64 is the common case. */
const BASE64 = /^(base64-)?([\w+/-]{24,}={0,2})$/;
const PRINTABLE = /^[\t\n\r -~\u00a0-\uffff]*$/;

/** Every token in a value: the whole of it, after a scheme, in JSON, percent-encoded or in base64. */
export function embeddedJwts(value: string): EmbeddedJwt[] {
  return search(value, MAX_DEPTH);
}

function search(value: string, depth: number): EmbeddedJwt[] {
  const inner = depth > 0 ? (unescaped(value, depth) ?? unbase64(value, depth)) : undefined;
  if (inner && inner.length > 0) return inner;
  return [...value.matchAll(RUN)].flatMap((run) => tokensOf(value, run[0], run.index));
}

/** A run of dotted parts may be longer than the token: a signed cookie appends a signature of its own. */
function tokensOf(value: string, run: string, at: number): EmbeddedJwt[] {
  const parts = run.split('.');
  const found: EmbeddedJwt[] = [];
  let start = at;
  for (let index = 0; index + 2 < parts.length; index += 1) {
    const token = parts.slice(index, index + 3).join('.');
    const from = start;
    start += (parts[index]?.length ?? 0) + 1;
    if (!parseJwt(token)) continue;
    const withToken = (changed: string): string =>
      value.slice(0, from) + changed + value.slice(from + token.length);
    found.push({ token, withToken });
  }
  return found;
}

function unescaped(value: string, depth: number): EmbeddedJwt[] | undefined {
  if (!ESCAPED.test(value)) return undefined;
  const plain = percentDecoded(value);
  if (plain === undefined) return undefined;
  return wrapped(search(plain, depth - 1), encodeURIComponent);
}

function percentDecoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    // A percent sign that escapes nothing: the value means itself.
    return undefined;
  }
}

function unbase64(value: string, depth: number): EmbeddedJwt[] | undefined {
  const [, prefix = '', encoded = ''] = BASE64.exec(value) ?? [];
  const plain = Buffer.from(encoded, 'base64').toString('utf8');
  if (plain === '' || !PRINTABLE.test(plain)) return undefined;
  const padded = encoded.length % 4 === 0 && !/[-_]/.test(encoded);
  return wrapped(
    search(plain, depth - 1),
    (text) => prefix + Buffer.from(text).toString(padded ? 'base64' : 'base64url'),
  );
}

function wrapped(inner: readonly EmbeddedJwt[], wrap: (text: string) => string): EmbeddedJwt[] {
  return inner.map(({ token, withToken }) => ({
    token,
    withToken: (changed) => wrap(withToken(changed)),
  }));
}
