import { test } from '../../fixtures/index.ts';

test(
  'session identifiers cannot be predicted',
  { tag: ['@session-fixation', '@sessionIdentifiersAreUnpredictable'] },
  async ({ alice, bob, identifiers, needs, assess }) => {
    needs('sessionIdentifiersAreUnpredictable', 'persistence');

    const evidence = await identifiers.ofSessions([alice, bob]);

    await assess('sessionIdentifiersAreUnpredictable', evidence);
  },
);
