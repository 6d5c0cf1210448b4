import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from './chatbot-test.ts';
import type { HttpClient } from './http-client.ts';

const COOKIE = '__Host-refresh';

/** Whether the server takes the text for an access token. */
async function accepts(client: HttpClient, accessToken: string | undefined): Promise<boolean> {
  const copy = client.copy();
  copy.accessToken = accessToken;
  return (await copy.send('GET', '/api/session')).status === 200;
}

test('an access token is short, says little, and is not the refresh token', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start({ mechanism: 'token' }));

  const claims = decodeJwt(client.accessToken ?? '');

  expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub']);
  expect(Number(claims.exp) - Number(claims.iat)).toBeLessThanOrEqual(300);
  expect(await accepts(client, client.cookies.get(COOKIE))).toBe(false);
});

test('an access token in any other form than the one issued is refused', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start({ mechanism: 'token' }));
  const genuine = client.accessToken ?? '';
  const [header, payload, signature] = genuine.split('.');
  const claims = decodeJwt(genuine);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const key = new TextEncoder().encode('some other key that is long enough');
  const resigned = (alg: string, typ: string) =>
    new SignJWT(claims).setProtectedHeader({ alg, typ }).sign(key);

  expect(await accepts(client, genuine)).toBe(true);
  const altered = {
    unsigned: new UnsecuredJWT(claims).encode(),
    'unsigned, in capitals': `${encode({ alg: 'NONE', typ: 'at+jwt' })}.${payload}.`,
    'without its signature': `${header}.${payload}.`,
    'with other claims': `${header}.${encode({ ...claims, exp: 9_999_999_999 })}.${signature}`,
    'with another key': await resigned('HS256', 'at+jwt'),
    'with another algorithm': await resigned('HS512', 'at+jwt'),
    'of another type': await resigned('HS256', 'JWT'),
    'with a signature spelt in another way': respelt(genuine),
    'with two headers': `${header}.${genuine}`,
    nothing: '',
    'no token at all': 'x.y.z',
  };
  for (const [name, token] of Object.entries(altered)) {
    expect(await accepts(client, token), name).toBe(false);
  }
});

/** The same signature bytes with other spare bits in the last character. */
function respelt(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(token.slice(-1));
  return token.slice(0, -1) + alphabet.charAt(last ^ 1);
}

test('an access token ends with its time', async ({ start, signIn, clock }) => {
  const limits = {
    idleSeconds: 1000,
    absoluteSeconds: 5000,
    warnBeforeSeconds: 2,
    accessTokenSeconds: 60,
    rememberSeconds: 5000,
    rememberIdleSeconds: 1000,
  };
  const client = await signIn(await start({ mechanism: 'token', limits, now: clock.now }));

  clock.advance(59);
  expect((await client.send('GET', '/api/session')).status).toBe(200);
  clock.advance(2);
  expect((await client.send('GET', '/api/session')).status).toBe(401);
  expect((await client.refresh()).status).toBe(200);
  expect((await client.send('GET', '/api/session')).status).toBe(200);
});

test('a refresh gives a new pair of tokens', async ({ start, signIn }) => {
  const client = await signIn(await start({ mechanism: 'token' }));
  const before = client.copy();

  const answer = await client.refresh();

  expect(answer.json).toMatchObject({ user: { username: 'alice', displayName: 'Alice' } });
  expect(client.cookies.get(COOKIE)).not.toBe(before.cookies.get(COOKIE));
  expect(client.accessToken).not.toBe(before.accessToken);
  expect((await client.send('GET', '/api/session')).status).toBe(200);
});

test('a refresh token that comes again after its successor was used ends the session', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start({ mechanism: 'token' }));
  const thief = client.copy();
  await client.refresh();
  await client.send('GET', '/api/session');

  expect((await thief.refresh()).status).toBe(401);

  expect((await client.send('GET', '/api/session')).status).toBe(401);
  expect((await client.refresh()).status).toBe(401);
});

test('a page that never saw the answer to its refresh may ask again', async ({ start, signIn }) => {
  const client = await signIn(await start({ mechanism: 'token' }));
  const lost = client.copy();
  await lost.refresh();

  expect((await client.refresh()).status).toBe(200);

  expect((await lost.send('GET', '/api/session')).status).toBe(401);
  expect((await client.send('GET', '/api/session')).status).toBe(200);
  // Whoever holds the answer that was given up is somebody else.
  expect((await lost.refresh()).status).toBe(401);
  expect((await client.send('GET', '/api/session')).status).toBe(401);
});

test('two refreshes at the same instant leave one living pair', async ({ start, signIn }) => {
  const client = await signIn(await start({ mechanism: 'token' }));
  const tabs = [client.copy(), client.copy()];

  await Promise.all(tabs.map((tab) => tab.refresh()));

  const alive = await Promise.all(tabs.map((tab) => accepts(tab, tab.accessToken)));
  expect(alive.filter(Boolean)).toHaveLength(1);
});

test('the cookie mechanism knows no refresh', async ({ start, signIn }) => {
  const client = await signIn(await start());
  expect((await client.send('POST', '/api/token/refresh')).status).toBe(404);
});
