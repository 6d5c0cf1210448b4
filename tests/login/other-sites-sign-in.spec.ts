import { test } from '../../fixtures/index.ts';

test(
  'another site signs nobody in',
  { tag: ['@session-fixation', '@otherSitesSignNobodyIn'] },
  async ({ bob, forgery, assess }) => {
    const evidence = await forgery.signIn(bob);

    await assess('otherSitesSignNobodyIn', evidence);
  },
);
