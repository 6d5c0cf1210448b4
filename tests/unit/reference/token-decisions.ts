import {
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

/** Which tokens are believed, and what they say. */
export async function tokenDecisions(chatbot: RunningReference): Promise<Decisions> {
  const client = new HttpClient(chatbot.origin);
  await client.signIn(chatbot.people.alice);
  const genuine = client.accessToken ?? '';
  const header = decodeProtectedHeader(genuine);
  const claims: JWTPayload = { ...decodeJwt(genuine), exp: Math.floor(Date.now() / 1000) + 9999 };
  const accepts = async (token: string): Promise<boolean> => {
    const forger = new HttpClient(chatbot.origin);
    forger.accessToken = token;
    return (await forger.send('GET', '/api/session')).status === 200;
  };
  const signed = (key: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new TextEncoder().encode(key));
  const [refreshToken = ''] = client.cookies.values();
  const decisions = {
    'an unsigned token reads': await accepts(new UnsecuredJWT(claims).encode()),
    'a token under another key reads': await accepts(
      await signed('not the key of the server, but long'),
    ),
    'a token under a word reads': await accepts(await signed('secret')),
    'a token that brings its key reads': await accepts(await withOwnKey(claims, header.typ)),
    'a refresh token reads': await accepts(refreshToken),
    'claims of a token': Object.keys(decodeJwt(genuine)).sort(),
  };
  await client.send('POST', '/api/logout');
  return {
    ...decisions,
    'a respelled token reads after the logout': await accepts(respelled(genuine)),
  };
}

async function withOwnKey(claims: JWTPayload, typ = 'JWT'): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ, jwk }).sign(privateKey);
}

/** The same bytes with one of the bits set that the last character of the signature leaves unused. */
function respelled(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.slice(-1)) + 1);
}
