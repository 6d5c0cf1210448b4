import { test } from '../../fixtures/index.ts';

test(
  'a forged token is refused',
  { tag: ['@token-validation', '@forgedTokenIsRefused'] },
  async ({ alice, tokens, needs, assess }) => {
    needs('forgedTokenIsRefused', 'persistence');
    const conversation = await alice.conversation();

    const evidence = await tokens.forge(conversation);

    await assess('forgedTokenIsRefused', evidence);
  },
);
