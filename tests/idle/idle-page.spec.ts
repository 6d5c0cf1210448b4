import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortIdle' });

test(
  'an idle page shows nothing of the conversation after the limit',
  { tag: ['@idle-timeout', '@idlePageShowsNothing'] },
  async ({ alice, idling, needs, album, assess }) => {
    needs('idlePageShowsNothing', 'persistence');
    const limitSeconds = idling.limit('idlePageShowsNothing');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const { idleForSeconds, ...looks } = await idling.leaveTabsOpen(conversation, limitSeconds);
    await album.take(session.page, 'The untouched page, past the limit');

    const { before, after, otherTab } = looks;
    await assess('idlePageShowsNothing', { limitSeconds, idleForSeconds, before, after, otherTab });
  },
);
