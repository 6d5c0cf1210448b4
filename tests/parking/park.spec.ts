import { test } from '../../fixtures/index.ts';

// Runs when all else has ended: what stories do to an account's sessions must not reach this one.
test('a session is parked for a later run', { tag: '@parking' }, async ({ bob, parkFor }) => {
  await parkFor(bob);
});
