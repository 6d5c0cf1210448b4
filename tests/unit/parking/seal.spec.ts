import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { Secret } from '../../../checks/secret.ts';
import { seal, unseal } from '../../../fixtures/parking/seal.ts';

const KEY = new Secret('correct-horse-battery-staple');
const TEXT = '{"value":"s3cr3t-cookie"}';

test('what was sealed is had again with its key, and stands nowhere in the bytes', () => {
  const sealed = seal(TEXT, KEY);
  expect(unseal(sealed, KEY)).toEqual({ text: TEXT });
  expect(sealed.includes('s3cr3t')).toBe(false);
  expect(seal(TEXT, KEY).equals(sealed)).toBe(false);
});

test('another key, or one bit that changed, opens nothing', () => {
  const sealed = seal(TEXT, KEY);
  expect(unseal(sealed, new Secret('correct-horse-battery-stapler'))).toEqual({
    unopened: 'sealed with another key, or damaged',
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), (bit) => {
      const damaged = Buffer.from(sealed);
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return 'unopened' in unseal(damaged, KEY);
    }),
    { numRuns: 25 },
  );
});

test('a file that is not ours, or cut, is told apart', () => {
  const unopened = 'not sealed by this program';
  expect(unseal(Buffer.from('SQLite format 3'), KEY)).toEqual({ unopened });
  expect(unseal(seal(TEXT, KEY).subarray(0, 40), KEY)).toEqual({ unopened });
  expect(unseal(Buffer.alloc(0), KEY)).toEqual({ unopened });
});
