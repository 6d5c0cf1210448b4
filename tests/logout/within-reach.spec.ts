import { test } from '../../fixtures/index.ts';

test(
  'logout is within reach on every page',
  { tag: ['@revocation', '@logoutIsWithinReach'] },
  async ({ alice, endings, needs, assess }) => {
    needs('logoutIsWithinReach', 'persistence', 'signOut');
    const conversation = await alice.converse(await alice.signIn());

    const evidence = await endings.visitPages(conversation);

    await assess('logoutIsWithinReach', evidence);
  },
);
