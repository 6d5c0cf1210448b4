import { test } from '../../fixtures/index.ts';

test(
  'live channels need authentication, and stay with their owner',
  { tag: ['@unauthenticated-access', '@liveChannelsNeedTheirOwner'] },
  async ({ alice, bob, strangers, intrusion, needs, needsLiveChannel, assess }) => {
    needs('liveChannelsNeedTheirOwner', 'persistence', 'liveChannel');
    const hers = await alice.conversation();
    const his = await bob.conversation();

    const attacks = await intrusion.listenIn(hers, [...strangers, bob.asIntruder(his)]);

    needsLiveChannel('liveChannelsNeedTheirOwner', attacks);
    await assess('liveChannelsNeedTheirOwner', { attacks });
  },
);
