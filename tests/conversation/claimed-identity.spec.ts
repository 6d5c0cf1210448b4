import { test } from '../../fixtures/index.ts';

test(
  'an identity that the client claims is ignored',
  { tag: ['@unauthenticated-access', '@clientIdentityClaimsAreIgnored'] },
  async ({ alice, bob, strangers, intrusion, needs, assess }) => {
    needs('clientIdentityClaimsAreIgnored', 'persistence');
    const hers = await alice.conversation();
    const his = await bob.conversation();

    const evidence = await intrusion.claimIdentity(hers, his, [...strangers, bob.asIntruder(his)]);

    await assess('clientIdentityClaimsAreIgnored', evidence);
  },
);
