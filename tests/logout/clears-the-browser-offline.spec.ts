import { test } from '../../fixtures/index.ts';

test(
  'a logout without a connection clears the browser, too',
  { tag: ['@insecure-storage', '@offlineLogoutClearsTheBrowser'] },
  async ({ alice, leftovers, needs, assess }) => {
    needs('offlineLogoutClearsTheBrowser', 'persistence', 'signOut');

    const evidence = await leftovers.ofSignOutOffline(alice);

    await assess('offlineLogoutClearsTheBrowser', evidence);
  },
);
