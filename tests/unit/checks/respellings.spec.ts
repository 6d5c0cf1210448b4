import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { respellings, spareSpellings } from '../../../checks/token-validation/respellings.ts';

const token = await new SignJWT({ sub: 'alice', note: '???>>>' })
  .setProtectedHeader({ alg: 'HS256' })
  .sign(new TextEncoder().encode('a key of this test, thirty-two bytes'));

const bytesOf = (part: string): string => Buffer.from(part, 'base64').toString('hex');

test('every respelling differs from the token and decodes to the same bytes', () => {
  const genuine = token.split('.').map(bytesOf);
  const found = respellings(`Bearer ${token}`);
  expect(new Set(found.map(({ value }) => value)).size).toBe(found.length);
  for (const { value } of found) {
    expect(value).not.toBe(`Bearer ${token}`);
    const [, written = ''] = /^bearer\s+(.*)$/is.exec(value) ?? [];
    expect(written.split('.').map(bytesOf)).toEqual(genuine);
  }
});

test('spelling, padding, alphabet, scheme and white space are all tried', () => {
  const names = respellings(`Bearer ${token}`)
    .map(({ name }) => name)
    .join('\n');
  for (const word of ['spare bits', 'padded', 'after “bearer”', 'two spaces', 'a space in'])
    expect(names).toContain(word);
});

test('spare bits are the real ones of every length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url');
      const found = spareSpellings(text);
      expect(found).toHaveLength(bytes.length % 3 === 0 ? 0 : 3);
      for (const each of found) expect(bytesOf(each)).toBe(bytesOf(text));
    }),
  );
});

test('an opaque value has no other spelling', () => {
  expect(respellings('0123456789abcdef')).toEqual([]);
});
