import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { findCanary, findExactly } from '../../../checks/canary/find-canary.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';

const ENCODINGS: Record<string, (text: string) => Buffer | string> = {
  plain: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'HTML entities': (text) => text.replace(/./g, (c) => `&#${c.charCodeAt(0)};`),
  'hexadecimal HTML entities': (text) =>
    text.replace(/./g, (c) => `&#x${c.charCodeAt(0).toString(16)};`),
  'unicode escapes': (text) => text.replace(/./g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
  percent: (text) => text.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  'percent twice': (text) => text.replace(/./g, (c) => `%25${c.charCodeAt(0).toString(16)}`),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  gzip: (text) => gzipSync(text),
  deflate: (text) => deflateSync(text),
  brotli: (text) => brotliCompressSync(text),
  'markup inside': (text) => `<b>${text.slice(0, 7)}</b><i>${text.slice(7)}</i>`,
};

for (const [name, encode] of Object.entries(ENCODINGS)) {
  test(`a canary is found through ${name}`, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (before, after) => {
        expect(findCanary(CANARY, encode(`${before} ${CANARY} ${after}`))).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });
}

test('a canary is found in a stream that splits it over events', () => {
  const events = CANARY.match(/.{1,3}/g) ?? [];
  const stream = events.map(
    (text) => `event: delta\ndata: ${JSON.stringify({ text, id: 'a1' })}\n\n`,
  );
  expect(findCanary(CANARY, stream.join(''))?.encodings).toContain('stream');
});

test('a canary is found in a stream of plain data fields', () => {
  const stream = (CANARY.match(/.{1,4}/g) ?? []).map((text) => `data: ${text}\n\n`).join('');
  expect(findCanary(CANARY, stream)?.encodings).toEqual(['stream']);
});

test('a canary is found at every offset of a base64 text around it', () => {
  for (const padding of ['', 'a', 'ab', 'abc']) {
    const text = Buffer.from(`${padding}${CANARY} and more`).toString('base64');
    expect(findCanary(CANARY, `{"blob":"${text}"}`)).toMatchObject({
      encodings: ['base64'],
    });
  }
});

test('no canary is seen where there is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
      expect(findCanary(CANARY, Buffer.from(bytes))).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});

test('a part of a canary is no canary', () => {
  expect(findCanary(CANARY, CANARY.slice(0, -1))).toBeUndefined();
});

test('a secret is found in the case in which it is written, through encodings too', () => {
  const secret = 'aB3xYz90-QwErTy.Uiop_77';
  const inJson = JSON.stringify({ token: secret });
  for (const text of [secret, encodeURIComponent(inJson), gzipSync(inJson)]) {
    expect(findExactly(secret, text)).toBeDefined();
  }
  for (const padding of ['', 'a', 'ab']) {
    const text = Buffer.from(`${padding}${inJson}`).toString('base64');
    expect(findExactly(secret, `data=${encodeURIComponent(text)}`)).toBeDefined();
  }
  expect(findExactly(secret, secret.toUpperCase())).toBeUndefined();
});
