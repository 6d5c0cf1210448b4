import { test } from '../../fixtures/index.ts';

test(
  'script in the page reads no credential',
  { tag: ['@insecure-storage', '@scriptReadsNoCredential'] },
  async ({ alice, exposure, needs, assess }) => {
    needs('scriptReadsNoCredential', 'persistence');

    const evidence = await exposure.toScript(alice);

    await assess('scriptReadsNoCredential', evidence);
  },
);
