import { test } from '../../fixtures/index.ts';

test(
  'of two identities in one request the same one wins everywhere',
  { tag: ['@unauthenticated-access', '@oneIdentityWinsEverywhere'] },
  async ({ alice, bob, intrusion, needs, assess }) => {
    needs('oneIdentityWinsEverywhere', 'persistence');
    const hers = await alice.conversation();
    const his = await bob.conversation();

    const mixes = await intrusion.mixIdentities(hers, his);

    await assess('oneIdentityWinsEverywhere', { mixes });
  },
);
