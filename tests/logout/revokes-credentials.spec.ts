import { test } from '../../fixtures/index.ts';

test(
  'logout revokes every credential that was in use',
  { tag: '@revocation' },
  async ({ alice, needs, assess }) => {
    needs('logoutRevokesCredentials', 'persistence', 'signOut');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const held = await conversation.hold();

    await session.signOut();

    const attacks = await held.tryAgain('credentials from before the logout', alice);
    await assess('logoutRevokesCredentials', { attacks });
  },
);
