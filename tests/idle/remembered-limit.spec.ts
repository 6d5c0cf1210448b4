import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortAbsolute' });

test(
  'a session that its person asked to keep ends at a limit of its own, on the server',
  { tag: ['@idle-timeout', '@rememberedSessionEndsAtItsLimit'] },
  async ({ alice, expiry, needs, assess }) => {
    needs('rememberedSessionEndsAtItsLimit', 'persistence');

    const evidence = await expiry.useRememberedForLong(alice);

    await assess('rememberedSessionEndsAtItsLimit', evidence);
  },
);
