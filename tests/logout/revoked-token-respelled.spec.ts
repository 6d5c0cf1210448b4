import { test } from '../../fixtures/index.ts';

test(
  'a revoked token stays revoked in any spelling',
  { tag: ['@token-validation', '@revokedTokenStaysRevoked'] },
  async ({ alice, tokens, needs, assess }) => {
    needs('revokedTokenStaysRevoked', 'persistence', 'signOut');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const kept = await tokens.keep(conversation);

    await session.signOut();

    const evidence = await tokens.respell(kept, alice);
    await assess('revokedTokenStaysRevoked', evidence);
  },
);
