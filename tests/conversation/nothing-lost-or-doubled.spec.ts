import { test } from '../../fixtures/index.ts';

test(
  'a message is neither lost nor doubled',
  { tag: ['@inconsistent-state', '@nothingIsLostOrDoubled'] },
  async ({ alice, consistency, needs, assess }) => {
    needs('nothingIsLostOrDoubled', 'persistence');

    const evidence = await consistency.sendings(alice);

    await assess('nothingIsLostOrDoubled', evidence);
  },
);
