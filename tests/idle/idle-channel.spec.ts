import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortIdle' });

test(
  'a live channel receives nothing after the idle limit',
  { tag: ['@idle-timeout', '@idleChannelsReceiveNothing'] },
  async ({ alice, idling, needs, needsLiveChannel, assess }) => {
    needs('idleChannelsReceiveNothing', 'persistence', 'liveChannel');
    const limitSeconds = idling.limit('idleChannelsReceiveNothing');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const channels = await conversation.holdChannels();
    const { held, untried } = channels;
    needsLiveChannel('idleChannelsReceiveNothing', held, untried);

    const idleForSeconds = await idling.leaveAlone(session, limitSeconds);

    const fresh = await alice.signIn();
    await fresh.ready();
    // No new channel is opened with the old credentials: the request for it might be what ends the session.
    const attacks = await channels.tryAgain('a channel of the idle session', fresh);
    const evidence = { limitSeconds, idleForSeconds, attacks, untried };
    await assess('idleChannelsReceiveNothing', evidence);
  },
);
