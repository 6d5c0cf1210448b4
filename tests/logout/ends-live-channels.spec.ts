import { test } from '../../fixtures/index.ts';

test(
  'logout ends live channels',
  { tag: ['@revocation', '@logoutEndsLiveChannels'] },
  async ({ alice, target, needs, needsLiveChannel, assess }) => {
    needs('logoutEndsLiveChannels', 'persistence', 'signOut', 'liveChannel');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const channels = await conversation.holdChannels();
    const { held, untried } = channels;
    needsLiveChannel('logoutEndsLiveChannels', held, untried);

    await session.signOut();

    const anew = await channels.openAnew();
    const fresh = await alice.signIn();
    await fresh.ready();
    const tried = await channels.tryAgain('a channel from before the logout', fresh, anew);
    const attacks = tried.filter(({ channel }) => channel === 'open');
    const withinMs = target.profile.policy.revokedWithinSeconds * 1000;
    await assess('logoutEndsLiveChannels', {
      ending: 'logout',
      attacks,
      untried: [...untried],
      withinMs,
    });
  },
);
