import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { findCanary } from '../../../checks/canary/find-canary.ts';
import { ENCODERS, makesSense } from './canary-encoders.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';
const TEN_MB = 10 * 1024 * 1024;

// What stands around a canary in a product is words.
const words = fc.stringMatching(/^[a-z ,.]{0,6}$/);

for (const [outer, { encode: wrap }] of Object.entries(ENCODERS)) {
  const inners = Object.entries(ENCODERS).filter(([inner]) => makesSense(inner, outer));

  test(`a canary is found through ${outer} over each of ${inners.length} other encodings`, () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const missed = inners
          .filter(([, { encode }]) => {
            const text = wrap(encode(`${before} ${CANARY} ${after}`));
            return !findCanary(CANARY, Buffer.from(text, 'latin1'));
          })
          .map(([inner]) => inner);
        expect(missed).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
}

test('a canary is found in what zstd itself compressed', () => {
  const vector =
    'KLUv/QRo9QEARANteSBib2F0IGlzIGNhbGxlZCBreHE3djJtOWQ0dDh3MXo1YjNjNiwgYW4gYWdhaW47IHNvAgBL8LhamWW6xzWK';
  expect(findCanary(CANARY, Buffer.from(vector, 'base64'))).toBeDefined();
});

test('no canary is seen in ten megabytes of random bytes', () => {
  const bytes = Buffer.alloc(TEN_MB);
  // Of a fixed beginning, so that a failure can be repeated.
  let state = 0x9e3779b9;
  for (let at = 0; at < bytes.length; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes.writeInt32LE(state | 0, at);
  }
  expect(findCanary(CANARY, bytes)).toBeUndefined();
});

test('no canary is seen in ten megabytes of other people’s texts', () => {
  const folder = 'node_modules/typescript/lib';
  const texts = readdirSync(folder).filter((name) => /\.(js|ts|json|md)$/.test(name));
  const all = Buffer.concat(texts.map((name) => readFileSync(`${folder}/${name}`)));
  expect(all.length).toBeGreaterThan(TEN_MB);
  expect(findCanary(CANARY, all.subarray(0, TEN_MB))).toBeUndefined();
});
