import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortAbsolute' });

test(
  'a session ends at its absolute limit, however much it is used',
  { tag: ['@idle-timeout', '@activeSessionEndsAtItsLimit'] },
  async ({ alice, idling, needs, assess }) => {
    needs('activeSessionEndsAtItsLimit', 'persistence');

    const evidence = await idling.useForLong('activeSessionEndsAtItsLimit', alice);

    await assess('activeSessionEndsAtItsLimit', evidence);
  },
);
