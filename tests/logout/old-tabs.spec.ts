import { test } from '../../fixtures/index.ts';

test(
  'an old tab’s next message lands in nobody else’s account',
  { tag: ['@inconsistent-state', '@oldTabsWriteIntoNobodysAccount'] },
  async ({ alice, bob, destinations, needs, assess }) => {
    needs('oldTabsWriteIntoNobodysAccount', 'persistence', 'signOut', 'secondTab');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const evidence = await destinations.ofOldTabs(conversation, bob);

    await assess('oldTabsWriteIntoNobodysAccount', evidence);
  },
);
