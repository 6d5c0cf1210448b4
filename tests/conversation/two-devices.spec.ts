import { test } from '../../fixtures/index.ts';

test(
  'what two devices say at once is kept, once and in one order',
  { tag: ['@inconsistent-state', '@devicesAgreeOnWhatWasSaid'] },
  async ({ alice, consistency, needs, assess }) => {
    needs('devicesAgreeOnWhatWasSaid', 'persistence');

    const evidence = await consistency.twoDevices(alice);

    await assess('devicesAgreeOnWhatWasSaid', evidence);
  },
);
