import { test } from '../../fixtures/index.ts';

test(
  'a sign-in, a password reset or a guest chat that is left half-done opens nothing',
  { tag: ['@unauthenticated-access', '@halfDoneSignInGivesNoAccess'] },
  async ({ alice, halfDone, needs, assess }) => {
    needs('halfDoneSignInGivesNoAccess', 'persistence');
    const hers = await alice.conversation();

    const evidence = await halfDone.leave(hers);

    await assess('halfDoneSignInGivesNoAccess', evidence);
  },
);
