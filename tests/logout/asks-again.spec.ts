import { test } from '../../fixtures/index.ts';

test(
  'after logout nobody signs in without the password',
  { tag: ['@revocation', '@signInAfterLogoutAsksAgain'] },
  async ({ alice, endings, needs, assess }) => {
    needs('signInAfterLogoutAsksAgain', 'persistence', 'signOut');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const evidence = await endings.comeBackUnasked(conversation);

    await assess('signInAfterLogoutAsksAgain', evidence);
  },
);
