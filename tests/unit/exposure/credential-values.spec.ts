import { expect, test } from '@playwright/test';
import { bareValue, credentialValues } from '../../../fixtures/access/credential-values.ts';
import { requestOf } from '../replay/product-test.ts';
import { conversationIn, SID } from './session-of.ts';

const sending = (order: number, value: string) =>
  requestOf('http://localhost/api/list', {
    order,
    requestHeaders: [
      { name: 'cookie', value: `sid=${value}; theme=of-many-colours` },
      { name: 'x-csrf-token', value: 'a-value-of-no-weight' },
    ],
  });

test('what a browser sent since the sign-in counts, and what it had before does not', async () => {
  const values = await credentialValues(
    conversationIn([
      sending(0, 'of-an-earlier-visitor'),
      sending(3, 'before-the-renewal'),
      sending(4, SID),
      // Asked for before the answer to the sign-in was there.
      sending(5, 'of-a-visitor-only'),
    ]),
  );
  expect(values.map(bareValue)).toEqual([SID, 'before-the-renewal']);
});
