import { expect, test } from '@playwright/test';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  EmbeddedJWK,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
} from 'jose';
import { forgeries, weakSecretOf } from '../../../checks/token-validation/forgeries.ts';
import { publicKeysIn } from '../../../checks/token-validation/public-keys.ts';
import { WEAK_SECRETS } from '../../../checks/token-validation/weak-secrets.ts';

const strong = new TextEncoder().encode('a key of this test that nobody would think of');
const NOTHING = { publicKeys: [], names: [], origin: 'http://127.0.0.1:1' };

function signed(key: Uint8Array, alg = 'HS256'): Promise<string> {
  return new SignJWT({ sub: 'alice' })
    .setProtectedHeader({ alg, kid: 'k1' })
    .setExpirationTime('5m')
    .sign(key);
}

async function forged(token: string, knowledge: Parameters<typeof forgeries>[1] = NOTHING) {
  const found = [];
  for await (const each of forgeries(token, knowledge)) found.push(each);
  return found;
}

test('a token with a strong key is forged in several ways, and none of them verifies', async () => {
  const token = await signed(strong);
  const found = await forged(token);
  expect(found.length).toBeGreaterThan(8);
  expect(found.map(({ name }) => name).join()).not.toContain('well-known word');
  for (const { value } of found) {
    expect(decodeJwt(value).sub).toBe('alice');
    await expect(jwtVerify(value, strong)).rejects.toThrow();
  }
});

for (const secret of ['secret', 'your-256-bit-secret', 'flowise', 'changeme']) {
  test(`the secret “${secret}” is found offline, and signs a token that verifies and lives longer`, async () => {
    const key = new TextEncoder().encode(secret);
    const head = Buffer.from('{"alg":"HS256"}').toString('base64url');
    const body = Buffer.from('{"sub":"alice","exp":4000000000}').toString('base64url');
    const signature = createHmac('sha256', key).update(`${head}.${body}`).digest('base64url');
    const [guessed] = await forged(`${head}.${body}.${signature}`);
    expect(guessed?.name).toContain('well-known word');
    const { payload } = await jwtVerify(guessed?.value ?? '', key);
    expect(payload).toEqual({ sub: 'alice', exp: 4_000_000_600 });
  });
}

test('a secret is found by the product’s name, and by what base64 makes of a word', async () => {
  const named = await signed(new TextEncoder().encode('parrot'));
  expect(weakSecretOf(named)).toBeUndefined();
  expect(weakSecretOf(named, ['Parrot'])?.toString()).toBe('parrot');
  const decoded = await signed(Buffer.from('supersecret', 'base64'), 'HS512');
  expect(weakSecretOf(decoded)).toEqual(Buffer.from('supersecret', 'base64'));
});

test('the list of weak secrets is long, and holds nothing twice', () => {
  expect(WEAK_SECRETS.length).toBeGreaterThanOrEqual(150);
  expect(new Set(WEAK_SECRETS).size).toBe(WEAK_SECRETS.length);
  expect(WEAK_SECRETS).toContain('');
});

test('a server that verifies by HMAC with its public key is talked into it', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = await new SignJWT({ sub: 'alice' })
    .setProtectedHeader({ alg: 'RS256' })
    .setExpirationTime('5m')
    .sign(privateKey);
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const publicKeys = publicKeysIn(pem);
  expect(publicKeys).toHaveLength(1);
  const found = await forged(token, { ...NOTHING, publicKeys });
  const verified = await Promise.allSettled(
    found.map(({ value }) => jwtVerify(value, Buffer.from(pem), { algorithms: ['HS256'] })),
  );
  const names = found.filter((_, index) => verified[index]?.status === 'fulfilled');
  expect(names.map(({ name }) => name)).toEqual([
    'a token signed by HS256 with the server’s public key (PEM)',
  ]);
});

test('a server that takes the key from the token is talked into it', async () => {
  const found = await forged(await signed(strong));
  const own = found.filter(({ name }) => name.includes('a key of its own (jwk)'));
  expect(own.map(({ value }) => decodeProtectedHeader(value).alg)).toEqual(['RS256', 'ES256']);
  for (const { value } of own) await jwtVerify(value, EmbeddedJWK);
});

test('signatures of zeros are tried on ECDSA alone', async () => {
  const { privateKey } = await generateKeyPair('ES384');
  const token = await new SignJWT({ sub: 'alice' })
    .setProtectedHeader({ alg: 'ES384' })
    .setExpirationTime('5m')
    .sign(privateKey);
  const zeros = (await forged(token)).filter(({ name }) => name.includes('zeros'));
  expect(
    zeros.map(({ value }) => Buffer.from(value.split('.')[2] ?? '', 'base64url').length),
  ).toEqual([96, 8]);
  const others = (await forged(await signed(strong))).filter(({ name }) => name.includes('zeros'));
  expect(others).toEqual([]);
});

test('an empty key is tried with names of files that are empty', async () => {
  const found = await forged(await signed(strong));
  const kids = found.map(({ value }) => decodeProtectedHeader(value).kid);
  expect(kids).toEqual(expect.arrayContaining(['/dev/null', '../../../../../../../../dev/null']));
});

test('public keys are found in a key set, and in a script that holds a PEM block', async () => {
  const { publicKey } = await generateKeyPair('ES256');
  const set = {
    keys: [
      { ...(await exportJWK(publicKey)), kid: 'one' },
      { kty: 'oct', k: 'AA' },
    ],
  };
  expect(publicKeysIn(JSON.stringify(set)).map(({ id }) => id)).toEqual(['one']);
  const pem = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
  expect(publicKeysIn(`const key = ${JSON.stringify(pem.toString())};`)).toHaveLength(1);
  expect(publicKeysIn('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----')).toEqual([]);
});

test('what is no token cannot be forged', async () => {
  expect(await forged('an-opaque-identifier')).toEqual([]);
});
