import { test } from '../../fixtures/index.ts';

test(
  'nothing in an address runs as script',
  { tag: ['@xss', '@addressesDoNotRunAsScript'] },
  async ({ alice, tryAddresses, assess }) => {
    const evidence = await tryAddresses(alice);

    await assess('addressesDoNotRunAsScript', evidence);
  },
);
