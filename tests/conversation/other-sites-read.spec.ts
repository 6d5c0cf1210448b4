import { test } from '../../fixtures/index.ts';

test(
  'another site reads no conversation',
  { tag: ['@unauthenticated-access', '@otherSitesReadNothing'] },
  async ({ alice, otherSites, needs, assess }) => {
    needs('otherSitesReadNothing', 'persistence');
    const hers = await alice.conversation();

    const evidence = await otherSites.read(hers);

    await assess('otherSitesReadNothing', evidence);
  },
);
