import { test } from '../../fixtures/index.ts';

test(
  'an expired token is refused',
  { tag: ['@token-validation', '@expiredTokenIsRefused'] },
  async ({ alice, tokens, needs, assess }) => {
    needs('expiredTokenIsRefused', 'persistence');
    const conversation = await alice.conversation();

    const evidence = await tokens.outlive(conversation);

    await assess('expiredTokenIsRefused', evidence);
  },
);
