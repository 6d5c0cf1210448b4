import { createPublicKey, type KeyObject } from 'node:crypto';

/** A key that everybody may know; with it a token is verified, and by a confused server also signed. */
export interface PublicKey {
  key: KeyObject;
  /** Its name, where it is given (`kid`). */
  id?: string;
}

const PEM =
  /-----BEGIN (?:RSA )?PUBLIC KEY-----[\sA-Za-z0-9+/=\\]+-----END (?:RSA )?PUBLIC KEY-----/g;
const MAX_DEPTH = 12;

/** The public keys in a text, such as the answer of `/.well-known/jwks.json`: JSON Web Keys and PEM blocks. */
export function publicKeysIn(text: string): PublicKey[] {
  const found: PublicKey[] = [];
  for (const [block] of text.matchAll(PEM)) {
    // In JSON or in a script a line break is written as an escape.
    const key = readable(() => createPublicKey(block.replaceAll(String.raw`\n`, '\n')));
    if (key) found.push({ key });
  }
  if (text.includes('"kty"')) collect(parsed(text), found, 0);
  return found.filter(({ key }, index) => found.findIndex((one) => one.key.equals(key)) === index);
}

function collect(value: unknown, found: PublicKey[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  const { kty, kid } = value as Record<string, unknown>;
  if (typeof kty === 'string' && kty !== 'oct') {
    const jwk = value as Record<string, string>;
    const key = readable(() => createPublicKey({ key: jwk, format: 'jwk' }));
    if (key) found.push(typeof kid === 'string' ? { key, id: kid } : { key });
    return;
  }
  for (const inner of Object.values(value)) collect(inner, found, depth + 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A script or a page that speaks of keys: those in it as PEM have been found.
    return undefined;
  }
}

function readable(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    // It only looks like a key.
    return undefined;
  }
}
