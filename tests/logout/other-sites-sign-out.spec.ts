import { test } from '../../fixtures/index.ts';

test(
  'another site signs nobody out',
  { tag: ['@inconsistent-state', '@otherSitesSignNobodyOut'] },
  async ({ alice, bob, forgery, needs, assess }) => {
    needs('otherSitesSignNobodyOut', 'signOut');

    const evidence = await forgery.signOut(alice, bob);

    await assess('otherSitesSignNobodyOut', evidence);
  },
);
