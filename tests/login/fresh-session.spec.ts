import { test } from '../../fixtures/index.ts';

test(
  'login issues a fresh session',
  { tag: ['@session-fixation', '@loginIssuesFreshSession'] },
  async ({ alice, fixation, needs, assess }) => {
    needs('loginIssuesFreshSession', 'persistence');
    const plants = await fixation.plantsFor(alice);

    const evidence = await fixation.fixate(alice, plants);

    await assess('loginIssuesFreshSession', evidence);
  },
);
