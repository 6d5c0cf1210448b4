import { test } from '../../fixtures/index.ts';

test(
  'a token of another type is refused',
  { tag: ['@token-validation', '@wrongTokenTypeIsRefused'] },
  async ({ alice, tokens, needs, assess }) => {
    needs('wrongTokenTypeIsRefused', 'persistence');
    const conversation = await alice.conversation();

    const evidence = await tokens.swapTypes(conversation);

    await assess('wrongTokenTypeIsRefused', evidence);
  },
);
