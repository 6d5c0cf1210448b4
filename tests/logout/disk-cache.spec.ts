import { test } from '../../fixtures/index.ts';

test(
  'the browser’s cache on disk holds nothing of the conversation after logout',
  { tag: ['@insecure-storage', '@diskCacheHoldsNoConversation'] },
  async ({ alice, leftovers, needs, assess }) => {
    needs('diskCacheHoldsNoConversation', 'persistence', 'signOut');

    const evidence = await leftovers.onDisk(alice);

    await assess('diskCacheHoldsNoConversation', evidence);
  },
);
