import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortAbsolute' });

test(
  'a cookie that was kept past its expiry is refused',
  { tag: ['@idle-timeout', '@expiredCookieIsRefused'] },
  async ({ alice, expiry, needs, assess }) => {
    needs('expiredCookieIsRefused', 'persistence');

    const evidence = await expiry.outliveCookie(alice);

    await assess('expiredCookieIsRefused', evidence);
  },
);
