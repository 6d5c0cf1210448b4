import { createHmac, createPublicKey } from 'node:crypto';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';
import { KeyListener } from '../../../fixtures/access/tokens/key-listener.ts';
import type { HttpClient } from './http-client.ts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signed by HMAC with any key, be it empty. */
export function hmacSigned(header: JWTHeaderParameters, claims: JWTPayload, key: string): string {
  const unsigned = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
  return `${unsigned}.${createHmac('sha256', key).update(unsigned).digest('base64url')}`;
}

/** Signed with a key of its own, which the header brings along. */
export async function withOwnKey(claims: JWTPayload, typ = 'JWT'): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ, jwk }).sign(privateKey);
}

/** Puts a token before a server that is signed with a key of its own, at an address that the header names. */
export async function acceptsKeyAtAddress(
  claims: JWTPayload,
  typ: string | undefined,
  accepts: (token: string) => Promise<boolean>,
): Promise<boolean> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const listener = await KeyListener.start();
  const jku = listener.publish(await exportJWK(publicKey));
  const header = { alg: 'ES256', typ: typ ?? 'JWT', jku };
  const accepted = await accepts(
    await new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
  );
  await listener.close();
  return accepted;
}

/** Signed with the text of the public key that the server publishes; any other key where it publishes none. */
export async function signedWithPublished(
  client: HttpClient,
  header: JWTHeaderParameters,
  claims: JWTPayload,
): Promise<string> {
  const answer = await client.send('GET', '/.well-known/jwks.json');
  if (answer.status !== 200) return hmacSigned(header, claims, 'no key is published');
  const { keys } = JSON.parse(answer.text) as { keys: Record<string, string>[] };
  const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
  return hmacSigned(header, claims, key.export({ type: 'spki', format: 'pem' }).toString());
}

/** A genuine header and other claims, under a signature of zeros. */
export function zeroSigned(header: JWTHeaderParameters, claims: JWTPayload): string {
  return `${encode(header)}.${encode(claims)}.${Buffer.alloc(64).toString('base64url')}`;
}
