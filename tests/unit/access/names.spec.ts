import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { markIdentitySlots } from '../../../fixtures/access/identity-slots.ts';
import { namesOf } from '../../../fixtures/access/names.ts';
import { prepare } from '../../../fixtures/access/prepared-request.ts';
import { asWitness } from '../../../fixtures/access/witness.ts';
import type { Exchange, Frame } from '../../../fixtures/traffic/exchange.ts';
import { instant } from '../../../fixtures/traffic/instant.ts';
import { requestOf } from '../replay/product-test.ts';

const ID = 'c-7f3e9a1b2c4d5e6f';
const MESSAGE = 'm-0123456789abcdef';
const WORD = 'kxq7v2m9d4t8w1z5b3c6';
const frame = (direction: Frame['direction'], at: number, value: object): Frame => ({
  direction,
  at,
  data: Buffer.from(JSON.stringify(value)),
  text: true,
});
const socketWith = (...frames: Frame[]): Exchange => requestOf('ws://localhost/live', { frames });
const read = requestOf(`http://localhost/c/open?id=${ID}`, { order: 5 });
const posted = (body: object, more: Partial<Exchange> = {}): Exchange => {
  const requestBody = Buffer.from(JSON.stringify(body));
  return requestOf('http://localhost/say', { method: 'POST', requestBody, ...more });
};

const conversationOf = (exchanges: readonly Exchange[], witnesses: readonly Exchange[], at = 0) =>
  ({
    before: { exchanges: exchanges.filter(() => at > 0), at, stored: [] },
    words: [WORD],
    witnesses: witnesses.map(asWitness),
    slots: [],
    owner: { account: { password: new Secret('correct horse battery') } },
    session: { tap: { exchanges } },
  }) as unknown as Conversation;

test('what a socket of before told after the conversation was begun is a name of it, and nobody’s credential', () => {
  const socket = socketWith(frame('received', 20, { began: ID }), frame('sent', 21, { open: ID }));
  const before = { exchanges: [socket], stored: [] };
  expect(markIdentitySlots(read, { ...before, at: 10 }).identitySlots).toBeUndefined();
  expect(markIdentitySlots(read, { ...before, at: 30 }).identitySlots).toHaveLength(1);
  expect(namesOf(conversationOf([socket], [read], 10))).toContain(ID);
});

test('what a page is told when it is loaded anew says who asks; what it knew of the conversation before does not', () => {
  const token = 'ey-0123456789abcdef.fedcba';
  const told = posted({}, { order: 1, responseBody: Buffer.from(ID) });
  const renewed = posted({}, { order: 2, responseBody: Buffer.from(JSON.stringify({ token })) });
  const socket = {
    ...socketWith(frame('sent', 30, { auth: `Bearer ${token}` }), frame('sent', 31, { open: ID })),
    order: 3,
  };
  const reload = { at: 20, until: [told], since: [renewed, socket], word: WORD };
  const marked = markIdentitySlots(socket, { exchanges: [], stored: [], at: 0, reload });
  expect(marked.identitySlots).toMatchObject([{ carrier: 'frame', name: '0/auth' }]);
  expect(namesOf(conversationOf([], [marked]))).toEqual(['live', ID]);
});

test('what a list names together with what was said is the conversation, though it was first told on a reload', () => {
  const listed = posted({}, { order: 1, responseBody: Buffer.from(`${WORD} is ${ID}`) });
  const socket = { ...socketWith(frame('sent', 30, { open: ID })), order: 2 };
  const reload = { at: 20, until: [], since: [listed, socket], word: WORD };
  const before = { exchanges: [], stored: [], at: 0, reload };
  expect(markIdentitySlots(socket, before).identitySlots).toBeUndefined();
});

test('a name that a message was given by its sender is none of the conversation', () => {
  const said = posted({ client_id: MESSAGE, text: `${WORD} and more` });
  expect(namesOf(conversationOf([], [said, read]))).toEqual(['c', 'open', ID]);
  // Where nothing only reads, it is all there is to go by.
  expect(namesOf(conversationOf([], [said]))).toContain(MESSAGE);
});

test('what comes back in the millisecond in which it was sent was made up by its sender', () => {
  const told = frame('received', instant(), { client_id: MESSAGE });
  const said = posted({ client_id: MESSAGE }, { order: 1, startedAt: instant() });
  const echoed = frame('received', instant(), { client_id: MESSAGE });
  const madeUpBeside = (one: Frame): number =>
    prepare(said, conversationOf([socketWith(one)], []), []).madeUp.length;
  expect(madeUpBeside(echoed)).toBe(1);
  expect(madeUpBeside(told)).toBe(0);
});
