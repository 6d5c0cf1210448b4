import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { minimalSets, WaveringControlError } from '../../../checks/credentials/minimal-sets.ts';

/** A product that lets in whoever brings one of these sets. */
function productThatWants(...sets: string[][]) {
  return (brought: readonly string[]): Promise<boolean> =>
    Promise.resolve(sets.some((set) => set.every((one) => brought.includes(one))));
}

test('the one cookie that authenticates is told from those that do not', async () => {
  const found = await minimalSets(['theme', 'sid', 'analytics'], productThatWants(['sid']));
  expect(found.sets).toEqual([['sid']]);
});

test('two values that authenticate only together are one set', async () => {
  const found = await minimalSets(
    ['a', 'sid', 'sid.sig', 'b'],
    productThatWants(['sid', 'sid.sig']),
  );
  expect(found.sets).toEqual([['sid', 'sid.sig']]);
});

test('a second way in is found beside the first', async () => {
  const found = await minimalSets(
    ['cookie', 'bearer', 'x'],
    productThatWants(['cookie'], ['bearer']),
  );
  expect(found.sets.map(String).sort()).toEqual(['bearer', 'cookie']);
});

test('a product that asks for nothing yields the empty set', async () => {
  const found = await minimalSets(['a', 'b'], productThatWants([]));
  expect(found.sets).toEqual([[]]);
});

test('a complete request that is refused is no ground for a search', async () => {
  await expect(minimalSets(['a'], () => Promise.resolve(false))).rejects.toThrow(
    WaveringControlError,
  );
});

test('a session that ends during the search is noticed', async () => {
  let left = 4;
  const dying = (): Promise<boolean> => Promise.resolve((left -= 1) > 0);
  await expect(minimalSets(['a', 'b', 'c'], dying)).rejects.toThrow('during the search');
});

test('a search that would take too many questions says that it is not complete', async () => {
  const letters = [...'abcdefgh'];
  const pairs = letters.flatMap((one) =>
    letters.filter((two) => two > one).map((two) => [one, two]),
  );
  const { complete, sets, trials } = await minimalSets(letters, productThatWants(...pairs));
  expect({ complete, some: sets.length > 0, within: trials <= 48 }).toEqual({
    complete: false,
    some: true,
    within: true,
  });
});

test('one candidate, or none, costs no more than six questions', async () => {
  expect(await minimalSets(['sid'], productThatWants(['sid']))).toMatchObject({
    sets: [['sid']],
    complete: true,
  });
  expect(await minimalSets([], productThatWants([]))).toMatchObject({ sets: [[]], trials: 2 });
});

test('every set that is found is minimal and authenticates, in six questions a candidate at most', async () => {
  const letters = ['a', 'b', 'c', 'd', 'e'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.subarray(letters, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
      async (wanted) => {
        const lets = productThatWants(...wanted);
        let asked = 0;
        const { sets, trials, complete } = await minimalSets(letters, (brought) => {
          asked += 1;
          return lets(brought);
        });
        expect(sets.length).toBeGreaterThan(0);
        expect(trials).toBe(asked);
        const within = (set: string[]): boolean =>
          sets.some((one) => one.every((member) => set.includes(member)));
        expect(!complete || wanted.every(within)).toBe(true);
        expect(asked).toBeLessThanOrEqual(6 * letters.length);
        for (const set of sets) {
          expect(await lets(set)).toBe(true);
          for (const one of set)
            expect(await lets(set.filter((other) => other !== one))).toBe(false);
        }
      },
    ),
    { numRuns: 100 },
  );
});
