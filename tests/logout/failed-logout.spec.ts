import { test } from '../../fixtures/index.ts';

test(
  'who is told of being signed out is signed out',
  { tag: ['@revocation', '@failedLogoutIsNotHidden'] },
  async ({ alice, endings, needs, assess }) => {
    needs('failedLogoutIsNotHidden', 'persistence', 'signOut');

    const evidence = await endings.signOutInAdversity(alice);

    await assess('failedLogoutIsNotHidden', evidence);
  },
);
