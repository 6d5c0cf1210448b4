import { decodeJwt, decodeProtectedHeader, UnsecuredJWT, type JWTPayload } from 'jose';
import { SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Clock } from './chatbot-test.ts';
import type { Decisions } from './decisions.ts';
import {
  acceptsKeyAtAddress,
  hmacSigned,
  signedWithPublished,
  withOwnKey,
  zeroSigned,
} from './forged-tokens.ts';
import { HttpClient } from './http-client.ts';

/** Seconds; a session that is used as often does not go idle. */
const STEP_SECONDS = 5;

/** Which tokens are believed, and what they say. */
export async function tokenDecisions(chatbot: RunningReference, clock: Clock): Promise<Decisions> {
  const client = new HttpClient(chatbot.origin);
  await client.signIn(chatbot.people.alice);
  const genuine = client.accessToken ?? '';
  const { alg = '', ...rest } = decodeProtectedHeader(genuine);
  const header = { alg, ...rest };
  const claims: JWTPayload = { ...decodeJwt(genuine), exp: Math.floor(Date.now() / 1000) + 9999 };
  const accepts = async (token: string): Promise<boolean> => {
    const forger = new HttpClient(chatbot.origin);
    forger.accessToken = token;
    return (await forger.send('GET', '/api/session')).status === 200;
  };
  const [refreshToken = ''] = client.cookies.values();
  const decisions = {
    'an unsigned token reads': await accepts(new UnsecuredJWT(claims).encode()),
    'a token under another key reads': await accepts(hmacSigned(header, claims, 'not the key')),
    'a token under a word reads': await accepts(hmacSigned(header, claims, 'secret')),
    'a token that brings its key reads': await accepts(await withOwnKey(claims, header.typ)),
    'a token that names the address of its key reads': await acceptsKeyAtAddress(
      claims,
      header.typ,
      accepts,
    ),
    'a token under an empty file reads': await accepts(
      hmacSigned({ ...header, kid: '/dev/null' }, claims, ''),
    ),
    'a token under the published key reads': await accepts(
      await signedWithPublished(client, header, claims),
    ),
    'a token under zeros reads': await accepts(zeroSigned(header, claims)),
    'a refresh token reads': await accepts(refreshToken),
    'algorithm of a token': alg,
    'claims of a token': Object.keys(decodeJwt(genuine)).sort(),
  };
  const late = client.copy();
  for (let steps = 0; steps * STEP_SECONDS <= SHORT_IDLE_LIMIT.accessTokenSeconds; steps += 1) {
    clock.advance(STEP_SECONDS);
    await client.refresh();
    await client.send('GET', '/api/session');
  }
  const expires = decodeJwt(late.accessToken ?? '').exp !== undefined;
  const expired = {
    'an expired token reads': expires && (await accepts(late.accessToken ?? '')),
  };
  const latest = client.accessToken ?? '';
  await client.send('POST', '/api/logout');
  return {
    ...decisions,
    ...expired,
    'a respelled token reads after the logout': await accepts(respelled(latest)),
  };
}

/** The same bytes with one of the bits set that the last character of the signature leaves unused. */
function respelled(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.slice(-1)) + 1);
}
