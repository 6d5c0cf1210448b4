import { test } from '../../fixtures/index.ts';

test(
  'a reopened browser is signed in only where the person asked for it',
  { tag: ['@insecure-storage', '@staysSignedInOnlyWhereAsked'] },
  async ({ alice, leftovers, needs, assess }) => {
    needs('staysSignedInOnlyWhereAsked', 'persistence');
    const conversation = await alice.conversation();

    const evidence = await leftovers.whenReopened(conversation);

    await assess('staysSignedInOnlyWhereAsked', evidence);
  },
);
