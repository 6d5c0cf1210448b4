import { expect, test } from '@playwright/test';
import { SignJWT } from 'jose';
import { alterations, impersonations } from '../../../checks/token-validation/alterations.ts';
import { embeddedJwts } from '../../../checks/token-validation/embedded-jwts.ts';
import { parseJwt } from '../../../checks/token-validation/jwt.ts';

const key = new TextEncoder().encode('a key of this test, thirty-two bytes');
const token = await tokenOf('alice');
const json = (text: string): string => JSON.stringify({ user: { name: 'Ünal' }, access: text });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

function tokenOf(subject: string): Promise<string> {
  return new SignJWT({ sub: subject }).setProtectedHeader({ alg: 'HS256' }).sign(key);
}

const WRAPPINGS: Record<string, (text: string) => string> = {
  'the whole value': (text) => text,
  'a scheme': (text) => `Bearer ${text}`,
  JSON: json,
  'percent-encoded JSON': (text) => encodeURIComponent(json(text)),
  'a signed cookie': (text) => `s%3A${text}.${encodeURIComponent('c2ln+bmF0dXJl')}`,
  'base64 of JSON': (text) => base64(json(text)),
  'base64url of JSON after a prefix': (text) =>
    `base64-${Buffer.from(json(text)).toString('base64url')}`,
  'base64 of percent-encoded JSON': (text) => base64(encodeURIComponent(json(text))),
  'JSON that is percent-encoded twice': (text) =>
    encodeURIComponent(encodeURIComponent(json(text))),
};

for (const [name, wrap] of Object.entries(WRAPPINGS)) {
  test(`a token is found in ${name}, and another is put in its place`, () => {
    const [found, ...others] = embeddedJwts(wrap(token));
    expect(others).toEqual([]);
    expect(found?.token).toBe(token);
    expect(found?.withToken(token)).toBe(wrap(token));
    expect(found?.withToken('a.b.c')).toBe(wrap('a.b.c'));
  });
}

test('a wrapped token is altered inside its wrapping', () => {
  const altered = alterations(encodeURIComponent(json(token)));
  expect(altered.length).toBeGreaterThan(5);
  for (const { value } of altered) {
    const { access } = JSON.parse(decodeURIComponent(value)) as { access: string };
    expect(access.split('.')).toHaveLength(3);
    expect(access).not.toBe(token);
  }
});

test('other dotted texts are no tokens', () => {
  for (const text of ['1.2.3', 'www.example.test', 's%3Aabc.def.ghi', '{"a":"b.c.d"}', '%%%', ''])
    expect(embeddedJwts(text)).toEqual([]);
});

test('a token is made to speak of another person, with its own signature', async () => {
  const bobs = await tokenOf('bob');
  const found = impersonations(`Bearer ${bobs}`, `Bearer ${token}`);
  expect(found).toHaveLength(2);
  for (const { value } of found) {
    const jwt = parseJwt(value.slice('Bearer '.length));
    expect(jwt?.payload).toEqual({ sub: 'alice' });
    expect(jwt?.parts[2]).toBe(bobs.split('.')[2]);
  }
});
