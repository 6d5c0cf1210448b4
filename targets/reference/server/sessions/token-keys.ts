import {
  createHmac,
  createPublicKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
  type ProtectedHeaderParameters,
} from 'jose';
import { z } from 'zod';
import type { Policy } from '../../policy.ts';

type Verification = Policy['accessToken']['verification'];

/** What a token may be signed with. */
type Algorithm = 'HS256' | 'RS256' | 'ES256';

/** A key that a token is signed with, and what verifies it. */
interface SigningKey {
  algorithm: Algorithm;
  sign: Uint8Array | CryptoKey;
  verify: Uint8Array | CryptoKey;
  /** The half that everybody may know. */
  published?: { jwk: JWK; key: KeyObject };
}

const WORD = 'secret';
/** Milliseconds. */
const KEY_SET_MS = 2_000;
const KEY_FOLDER = '/var/lib/harbour/keys';
const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** What products sign with; where only a bad one would use it, the bad one decides. */
const ALGORITHMS: Record<Verification, Algorithm> = {
  'by its own key': 'HS256',
  'by a key in the token': 'HS256',
  'by keys at an address in the token': 'HS256',
  'by a file that the token names': 'HS256',
  'by its public key, whatever the algorithm': 'RS256',
  'without ruling out zeros': 'ES256',
};

/** The keys of one process: one that it signs with, and those that its policy lets a token be verified with. */
export class TokenKeys {
  readonly #own: Promise<SigningKey>;

  constructor(private readonly policy: Policy['accessToken']) {
    this.#own = newKey(ALGORITHMS[policy.verification], policy.secret);
  }

  own(): Promise<SigningKey> {
    return this.#own;
  }

  /** The key set that others may verify tokens with; nothing where there is only a secret. */
  async published(): Promise<{ keys: JWK[] } | undefined> {
    const { published } = await this.#own;
    return published && { keys: [published.jwk] };
  }

  /** The key for a token with this header; nothing where it is this process's own. */
  async named(header: ProtectedHeaderParameters): Promise<SigningKey['verify'] | undefined> {
    const { jwk, jku, kid, alg } = header;
    switch (this.policy.verification) {
      case 'by a key in the token':
        return jwk && importJWK(jwk, alg);
      case 'by keys at an address in the token':
        return jku === undefined ? undefined : importJWK(await fetchKey(jku), alg);
      case 'by its public key, whatever the algorithm':
        return alg === 'HS256' ? this.#publicKeyAsText() : undefined;
      case 'by a file that the token names':
        return kid === undefined ? undefined : readKey(path.resolve(KEY_FOLDER, kid));
      case 'by its own key':
      case 'without ruling out zeros':
        return undefined;
    }
  }

  async #publicKeyAsText(): Promise<Uint8Array | undefined> {
    const { published } = await this.#own;
    const pem = published?.key.export({ type: 'spki', format: 'pem' });
    return pem === undefined ? undefined : new TextEncoder().encode(pem.toString());
  }
}

/** Whether a text is signed by HMAC with a key, be it empty: the library refuses to verify with an empty one. */
export function isSignedByHmac(token: string, key: Uint8Array): boolean {
  const [head = '', body = '', signature = ''] = token.split('.');
  const made = createHmac('sha256', key).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === made.length && timingSafeEqual(given, made);
}

/** Whether a signature is nothing but zeros, raw or as a pair in DER: some verifiers once took it for everybody’s. */
export function isZeroSignature(token: string): boolean {
  const signature = Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url');
  const pair = Buffer.from([0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00]);
  return (
    signature.equals(pair) || (signature.length === 64 && signature.every((byte) => byte === 0))
  );
}

async function newKey(algorithm: Algorithm, secret: 'random' | 'a word'): Promise<SigningKey> {
  if (algorithm === 'HS256') {
    const key = secret === 'a word' ? new TextEncoder().encode(WORD) : randomBytes(32);
    return { algorithm, sign: key, verify: key };
  }
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), alg: algorithm, use: 'sig' };
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  return { algorithm, sign: privateKey, verify: publicKey, published: { jwk, key } };
}

async function fetchKey(address: string): Promise<JWK> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(KEY_SET_MS) });
    const { keys } = keySetSchema.parse(await response.json());
    return keys[0] as JWK;
  } catch (cause) {
    throw noSuchKey(cause);
  }
}

async function readKey(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw noSuchKey(cause);
  }
}

const noSuchKey = (cause: unknown): Error =>
  new errors.JWKSNoMatchingKey('There is no such key.', { cause });
