import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortIdle' });

test(
  'the sign-out of an idle page reaches the server',
  { tag: ['@idle-timeout', '@idleSignOutReachesTheServer'] },
  async ({ alice, idling, needs, album, assess }) => {
    needs('idleSignOutReachesTheServer', 'persistence');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const { credentials, ...signedOut } = await idling.signOutByClock(
      'idleSignOutReachesTheServer',
      conversation,
    );

    await album.take(session.page, 'The idle page, by whose clock time is up');
    const attacks = await credentials.tryAgain('the credentials of the idle page', alice);
    await assess('idleSignOutReachesTheServer', { ...signedOut, attacks });
  },
);
