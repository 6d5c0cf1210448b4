import { test } from '../../fixtures/index.ts';

test(
  'no address carries a credential or what was said',
  { tag: ['@insecure-storage', '@urlsCarryNoSecrets'] },
  async ({ alice, exposure, needs, assess }) => {
    needs('urlsCarryNoSecrets', 'persistence');
    const conversation = await alice.conversation();

    const evidence = await exposure.inAddresses(conversation);

    await assess('urlsCarryNoSecrets', evidence);
  },
);
