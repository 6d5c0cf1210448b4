import { test } from '../../fixtures/index.ts';

test(
  'the next person at the same browser sees nothing of the one before',
  { tag: ['@insecure-storage', '@nextPersonSeesNothing'] },
  async ({ alice, bob, leftovers, needs, assess }) => {
    needs('nextPersonSeesNothing', 'persistence', 'signOut');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const evidence = await leftovers.seenByTheNext(conversation, bob);

    await assess('nextPersonSeesNothing', evidence);
  },
);
