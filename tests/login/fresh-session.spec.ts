import { test } from '../../fixtures/index.ts';

test(
  'login issues a fresh session',
  { tag: '@session-fixation' },
  async ({ alice, fixation, needs, assess }) => {
    needs('loginIssuesFreshSession', 'persistence');
    const plants = await fixation.plantsFor(alice);

    const attacks = [];
    for (const plant of plants) attacks.push(...(await fixation.fixate(alice, plant)));

    await assess('loginIssuesFreshSession', { attacks });
  },
);
