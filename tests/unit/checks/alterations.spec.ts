import { expect, test } from '@playwright/test';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { alterations } from '../../../checks/token-validation/alterations.ts';

const key = new TextEncoder().encode('a key of this test, thirty-two bytes');

function token(subject: string): Promise<string> {
  return new SignJWT({ sub: subject })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('5m')
    .sign(key);
}

test('no alteration of a token verifies with its key', async () => {
  const altered = alterations(`Bearer ${await token('alice')}`, `Bearer ${await token('bob')}`);
  expect(altered.length).toBeGreaterThan(5);
  for (const { value } of altered) {
    await expect(jwtVerify(value.slice('Bearer '.length), key)).rejects.toThrow();
  }
});

test('every alteration of a token still speaks of the same person', async () => {
  for (const { value } of alterations(await token('alice'))) {
    expect(decodeJwt(value).sub).toBe('alice');
  }
});

test('the algorithm “none” is tried in its spellings', async () => {
  const algorithms = alterations(await token('alice')).map(
    ({ value }) => decodeProtectedHeader(value).alg,
  );
  expect(algorithms).toEqual(expect.arrayContaining(['none', 'None', 'NONE', 'HS256']));
});

test('an opaque value changes in the middle and keeps its length', () => {
  const value = '0123456789abcdef0123456789abcdef';
  const altered = alterations(value);
  expect(altered).toHaveLength(1);
  expect(altered[0]?.value).toHaveLength(value.length);
  expect(altered[0]?.value).not.toBe(value);
});

test('each long part of a signed value is altered on its own', () => {
  const value = 's%3AabcdefghijklmnopqrstuvwxyzABCDEF.0123456789abcdefghijklmnop';
  expect(
    alterations(value).map(({ value: changed }) => changed.split('.')[0] === value.split('.')[0]),
  ).toEqual([false, true]);
});

test('a short flag is left as it is', () => {
  expect(alterations('dark')).toEqual([]);
});

test('a token beside others comes with nonsense that tells whether anybody looks at it', async () => {
  const [alice, id] = [await token('alice'), await token('the page')];
  const cookie = JSON.stringify({ access_token: alice, id_token: id });
  const altered = alterations(cookie);
  for (const { nonsense = '' } of altered) {
    const parts = JSON.parse(nonsense) as Record<string, string>;
    expect(Object.values(parts).filter((part) => part === alice || part === id)).toHaveLength(1);
  }
  expect(new Set(altered.map(({ nonsense }) => nonsense)).size).toBe(2);
  expect(alterations(`Bearer ${alice}`).every(({ nonsense }) => nonsense === undefined)).toBe(true);
});

test('what is signed by another part is worth forging, and no nonsense excuses that', () => {
  const claims = Buffer.from(JSON.stringify({ user: 'alice' })).toString('base64url');
  const [, signature] = alterations(`${claims}.0123456789abcdefghijklmnop`);
  expect(signature?.nonsense).toBeUndefined();
  const [, beside] = alterations('abcdefghijklmnopqrstuvwxyz.0123456789abcdefghijklmnop');
  expect(beside?.nonsense).toMatch(/^abcdefghijklmnopqrstuvwxyz\.(?!0123456789abcdefghijklmnop)/);
});
