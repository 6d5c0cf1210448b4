import { expect } from '@playwright/test';
import { judgeDeadCredentials } from '../../../checks/revocation/dead-credentials.ts';
import { Secret } from '../../../checks/secret.ts';
import { Ways } from '../../../fixtures/endings/ways.ts';
import { requestOf, test } from '../replay/product-test.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';

test('what has run out is renewed before a way is tried again', async ({ product, replayerOf }) => {
  let valid = 'first';
  const origin = await product((response, { headers }) => {
    response.end(headers.authorization === valid ? CANARY : 'who are you?');
  });
  let held = 'first';
  const way = {
    exchange: requestOf(`${origin}/c`),
    by: 'her own read',
    channel: 'read',
    credentials: () => {
      const value = new Secret(held);
      return Promise.resolve([{ carrier: 'header', name: 'authorization', value } as const]);
    },
  } as const;
  const ways = await Ways.take([way], CANARY, replayerOf(origin));
  valid = 'second';
  const attacks = await ways.tryAgain('after the conversation was deleted', () => {
    held = valid;
    return Promise.resolve({ label: 'control', reached: true, exchanges: [] });
  });
  const { outcome } = judgeDeadCredentials({ attacks, withinMs: 0 }, ({ name }) => name);
  expect(outcome).toBe('fail');
});
