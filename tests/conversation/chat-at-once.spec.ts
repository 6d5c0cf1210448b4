import { test } from '../../fixtures/index.ts';

test(
  'people who chat at once see nothing of each other',
  { tag: ['@inconsistent-state', '@peopleWhoChatAtOnceStayApart'] },
  async ({ alice, bob, consistency, needs, assess }) => {
    needs('peopleWhoChatAtOnceStayApart', 'persistence');

    const evidence = await consistency.crowd([alice, bob]);

    await assess('peopleWhoChatAtOnceStayApart', evidence);
  },
);
