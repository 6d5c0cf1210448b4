import { expect, test } from '@playwright/test';
import { bareValue, credentialValues } from '../../../fixtures/access/credential-values.ts';
import { identifyingSets } from '../../../fixtures/access/roles.ts';
import { requestOf } from '../replay/product-test.ts';
import { conversationIn, SID, SIGN_IN } from './session-of.ts';

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

test('a header that browsers send before anybody has signed in, too, belongs to no set', () => {
  const guard = (order: number) =>
    requestOf('http://localhost/refresh', {
      order,
      method: 'POST',
      requestHeaders: [
        { name: 'cookie', value: `sid=${SID}` },
        { name: 'x-client', value: 'web' },
      ],
    });
  const conversation = conversationIn([guard(0), guard(3)]);
  const { paths } = conversation;
  const slots = [
    { carrier: 'cookie', name: 'sid' },
    { carrier: 'header', name: 'x-client' },
  ];
  Object.assign(conversation, { paths: [{ ...paths[0], renewal: { slots, issues: slots[0] } }] });
  expect(identifyingSets(conversation)).toEqual([[slots[0]]]);

  Object.assign(conversation.session.tap, { exchanges: [guard(3), SIGN_IN] });
  expect(identifyingSets(conversation)).toEqual([slots]);
});
