import { test } from '../../fixtures/index.ts';

test(
  'messages from another site change and read no conversation',
  { tag: ['@unauthenticated-access', '@messagesOfOtherSitesAreIgnored'] },
  async ({ alice, postFromOtherSites, needs, assess }) => {
    needs('messagesOfOtherSitesAreIgnored', 'persistence', 'secondTab');

    const evidence = await postFromOtherSites(alice);

    await assess('messagesOfOtherSitesAreIgnored', evidence);
  },
);
