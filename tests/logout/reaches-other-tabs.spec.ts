import { test } from '../../fixtures/index.ts';

test(
  'logout reaches the other tabs',
  { tag: ['@inconsistent-state', '@logoutReachesOtherTabs'] },
  async ({ alice, target, needs, assess }) => {
    needs('logoutReachesOtherTabs', 'persistence', 'signOut', 'secondTab');
    const session = await alice.signIn();
    const { canary } = await alice.converse(session);
    const otherTab = await session.openTab(canary);
    const shownBefore = await otherTab.shows(canary);

    await session.signOut();

    const withinMs = target.profile.policy.otherTabsWithinSeconds * 1000;
    const goneAfterMs = await otherTab.goneWithin(canary, withinMs);
    const goneFromFirstTab = !(await session.chat.shows(canary));
    await assess('logoutReachesOtherTabs', {
      shownBefore,
      goneFromFirstTab,
      goneAfterMs,
      withinMs,
    });
  },
);
