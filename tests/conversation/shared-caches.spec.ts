import { test } from '../../fixtures/index.ts';

test(
  'no shared cache hands a conversation out',
  { tag: ['@insecure-storage', '@sharedCachesKeepNothingPrivate'] },
  async ({ alice, leftovers, needs, assess }) => {
    needs('sharedCachesKeepNothingPrivate', 'persistence');
    const conversation = await alice.conversation();

    const evidence = await leftovers.copiesOf(conversation);

    await assess('sharedCachesKeepNothingPrivate', evidence);
  },
);
