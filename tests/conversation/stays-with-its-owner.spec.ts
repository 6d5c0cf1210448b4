import { test } from '../../fixtures/index.ts';

test(
  'a conversation stays with its owner',
  { tag: ['@unauthenticated-access', '@conversationStaysWithItsOwner'] },
  async ({ alice, bob, intrusion, needs, assess }) => {
    // Both directions, and files: a large product takes as long as that.
    test.slow();
    needs('conversationStaysWithItsOwner', 'persistence');
    const hers = await alice.conversation();
    const his = await bob.conversation();

    const bobsAttempts = await hers.attackedBy(bob.asIntruder(his));
    const alicesAttempts = await his.attackedBy(alice.asIntruder(hers));

    const files = await intrusion.openFiles(alice, async () => [
      bob.asIntruder(await bob.conversation()),
    ]);

    await assess('conversationStaysWithItsOwner', {
      ...files,
      attacks: [...bobsAttempts, ...alicesAttempts, ...files.attacks],
    });
  },
);
