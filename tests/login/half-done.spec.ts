import { test } from '../../fixtures/index.ts';

test(
  'a sign-in, a password reset or a guest chat that is left half-done opens nothing',
  { tag: ['@unauthenticated-access', '@halfDoneSignInGivesNoAccess'] },
  async ({ alice, halfDone, needs, assess }) => {
    needs('halfDoneSignInGivesNoAccess', 'persistence');
    // A browser for each flow, with a whole sign-in at its end.
    test.slow();

    const evidence = await halfDone.leave(alice);

    await assess('halfDoneSignInGivesNoAccess', evidence);
  },
);
