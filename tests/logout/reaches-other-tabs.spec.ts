import { test } from '../../fixtures/index.ts';

test(
  'logout reaches the other tabs',
  { tag: ['@inconsistent-state', '@logoutReachesOtherTabs'] },
  async ({ alice, target, needs, album, assess }) => {
    needs('logoutReachesOtherTabs', 'persistence', 'signOut', 'secondTab');
    const session = await alice.signIn();
    const { canary } = await alice.converse(session);
    const otherTab = await session.openTab(canary);
    const shownBefore = await otherTab.shows(canary);

    await session.signOut();

    const withinMs = target.profile.policy.otherTabsWithinSeconds * 1000;
    const goneAfterMs = await otherTab.goneWithin(canary, withinMs);
    await album.take(otherTab.page, 'The other tab, after the sign-out');
    const goneFromFirstTab = !(await session.chat.shows(canary));
    await assess('logoutReachesOtherTabs', {
      shownBefore,
      goneFromFirstTab,
      goneAfterMs,
      withinMs,
    });
  },
);
