import { test } from '../../fixtures/index.ts';

test(
  'a session that is ended elsewhere leaves the screen',
  { tag: ['@inconsistent-state', '@endingsElsewhereReachThePage'] },
  async ({ alice, consistency, needs, assess }) => {
    // Three endings, each with sign-ins of its own.
    test.slow();
    needs('endingsElsewhereReachThePage', 'persistence');

    const evidence = await consistency.endedElsewhere(alice);

    await assess('endingsElsewhereReachThePage', evidence);
  },
);
