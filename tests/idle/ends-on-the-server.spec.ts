import { test } from '../../fixtures/index.ts';

test(
  'an idle session ends on the server',
  { tag: ['@idle-timeout', '@idleSessionEndsOnServer'] },
  async ({ alice, idling, needs, assess }) => {
    needs('idleSessionEndsOnServer', 'persistence');
    const limitSeconds = idling.limit('idleSessionEndsOnServer');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const parked = await conversation.hold();
    await session.close();

    const idleForSeconds = await idling.waitPast(limitSeconds, parked);

    const attacks = await parked.tryAgain('the credentials of the idle session', alice);
    await assess('idleSessionEndsOnServer', { limitSeconds, idleForSeconds, attacks });
  },
);
