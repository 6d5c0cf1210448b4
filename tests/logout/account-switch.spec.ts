import { test } from '../../fixtures/index.ts';

test(
  'a sign-in of somebody else reaches the other tabs',
  { tag: ['@inconsistent-state', '@accountSwitchReachesOtherTabs'] },
  async ({ alice, bob, leftovers, needs, assess }) => {
    needs('accountSwitchReachesOtherTabs', 'persistence', 'signOut', 'secondTab');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const evidence = await leftovers.inOtherTabs(conversation, bob);

    await assess('accountSwitchReachesOtherTabs', evidence);
  },
);
