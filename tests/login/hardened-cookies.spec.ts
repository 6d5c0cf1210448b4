import { test } from '../../fixtures/index.ts';

test(
  'session cookies are hardened',
  { tag: ['@insecure-storage', '@sessionCookiesAreHardened'] },
  async ({ alice, needs, needsCookies, assess }) => {
    needs('sessionCookiesAreHardened', 'persistence');
    const conversation = await alice.conversation();
    needsCookies('sessionCookiesAreHardened', conversation);

    await assess('sessionCookiesAreHardened', conversation.cookies());
  },
);
