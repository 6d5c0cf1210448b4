import { test } from '../../fixtures/index.ts';

test(
  'logout revokes every credential that was in use',
  { tag: ['@revocation', '@logoutRevokesCredentials'] },
  async ({ alice, target, needs, assess }) => {
    needs('logoutRevokesCredentials', 'persistence', 'signOut');
    // Whoever asks to stay signed in holds all that a session can consist of.
    const { session } = await alice.signInToStay();
    const conversation = await alice.converse(session);
    const held = await conversation.hold({ channels: true, usedUp: true });

    await session.signOut();

    const tried = await held.tryAgain('credentials from before the logout', alice);
    const attacks = tried.filter(({ channel }) => channel !== 'open');
    const withinMs = target.profile.policy.revokedWithinSeconds * 1000;
    await assess('logoutRevokesCredentials', { ending: 'logout', attacks, withinMs });
  },
);
