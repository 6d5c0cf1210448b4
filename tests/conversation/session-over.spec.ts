import { test } from '../../fixtures/index.ts';

test(
  'a message that meets the end of its session is not lost silently',
  { tag: ['@inconsistent-state', '@endedSessionLosesNoMessage'] },
  async ({ alice, consistency, needs, assess }) => {
    needs('endedSessionLosesNoMessage', 'persistence');
    const known = await alice.conversation();

    const evidence = await consistency.writeAtTheEnd(known);

    await assess('endedSessionLosesNoMessage', evidence);
  },
);
