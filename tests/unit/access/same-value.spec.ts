import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { elsewhere } from '../../../fixtures/access/same-value.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { requestOf } from '../replay/product-test.ts';

const HEADER = { carrier: 'header', name: 'authorization' } as const;
const FRAME = { carrier: 'frame', name: '0/payload/token' } as const;
const TOLD_ONCE = '3f9ac1d2b7e84c55a0c14e77';

const read = (token: string): Exchange =>
  requestOf('http://product.test/c', {
    requestHeaders: [{ name: 'authorization', value: `Bearer ${token}` }],
  });
const connect = (token: string): Exchange => ({
  ...requestOf('ws://product.test/live'),
  frames: [
    {
      direction: 'sent',
      text: true,
      at: 0,
      data: Buffer.from(JSON.stringify({ type: 'connection_init', payload: { token } })),
    },
  ],
});
const issued = { ...HEADER, value: new Secret('Bearer a-token-that-was-issued-anew') };

test('what is renewed for a header is told to a socket, too, that was told the same', () => {
  const sent = [connect(TOLD_ONCE), read(TOLD_ONCE), read('a-token-that-was-renewed-once')];
  const [alike, ...others] = elsewhere(issued, [HEADER, FRAME], sent);
  expect(others).toEqual([]);
  expect(alike).toMatchObject(FRAME);
  expect(alike?.value.reveal()).toBe('a-token-that-was-issued-anew');
});

test('a socket that was always told something else goes on with that', () => {
  const sent = [connect('9b0d1f6e22aa47c8b3e5d914'), read(TOLD_ONCE)];
  expect(elsewhere(issued, [HEADER, FRAME], sent)).toEqual([]);
});
