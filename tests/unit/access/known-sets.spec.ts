import { expect, test } from '@playwright/test';
import { KnownSets } from '../../../fixtures/access/known-sets.ts';
import type { Slot } from '../../../fixtures/replay/credentials.ts';

const [SESSION, REMEMBERED, LANGUAGE] = ['sid', 'remember_token', 'lang'].map((name): Slot => ({
  carrier: 'cookie',
  name,
})) as [Slot, Slot, Slot];

test('what was found among some candidates is known of them and of fewer, and of no others', () => {
  const known = new KnownSets();
  known.add([SESSION, LANGUAGE], [[SESSION]]);
  expect(known.of([LANGUAGE, SESSION])).toEqual([[SESSION]]);
  expect(known.of([SESSION])).toEqual([[SESSION]]);
  expect(known.of([LANGUAGE])).toEqual([]);
  // A browser that was asked to stay signed in holds one more, which may open as much by itself.
  expect(known.of([SESSION, LANGUAGE, REMEMBERED])).toEqual([]);
});

test('a session that holds less has only those of the sets that it can have', () => {
  const known = new KnownSets();
  known.add([SESSION, REMEMBERED], [[SESSION], [REMEMBERED]]);
  expect(known.of([SESSION])).toEqual([[SESSION]]);
  expect(known.of([SESSION, REMEMBERED])).toEqual([[SESSION], [REMEMBERED]]);
});
