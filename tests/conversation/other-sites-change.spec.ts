import { test } from '../../fixtures/index.ts';

test(
  'another site changes no conversation',
  { tag: ['@unauthenticated-access', '@otherSitesChangeNothing'] },
  async ({ alice, bob, forgery, needs, assess }) => {
    needs('otherSitesChangeNothing', 'persistence');

    const evidence = await forgery.writes(alice, bob);

    await assess('otherSitesChangeNothing', evidence);
  },
);
