import { test } from '../../fixtures/index.ts';

test(
  'the signed-in chat cannot be framed by another site',
  { tag: ['@unauthenticated-access', '@chatCannotBeFramed'] },
  async ({ alice, otherSites, needs, assess }) => {
    needs('chatCannotBeFramed', 'persistence');
    const hers = await alice.conversation();

    const evidence = await otherSites.frame(hers);

    await assess('chatCannotBeFramed', evidence);
  },
);
