import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { newCanary } from '../../../fixtures/access/canary.ts';
import { likelyChannels } from '../../../fixtures/access/live-channels.ts';
import { StreamRecords } from '../../../fixtures/traffic/stream-records.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { isUnderWay, waitsForNews } from '../../../fixtures/traffic/under-way.ts';
import { requestOf } from '../replay/product-test.ts';

const URL_OF_ALL = 'http://127.0.0.1:9/graphql';

/** An answer in pieces to a request at an address that takes all of them. */
const streamed = (body: unknown, more: Partial<Exchange> = {}): Exchange =>
  requestOf(URL_OF_ALL, {
    method: 'POST',
    requestBody: Buffer.from(JSON.stringify(body)),
    streaming: true,
    headAt: 0,
    ...more,
  });
const subscription = streamed({ query: 'subscription Told { a }' });
const saying = streamed({ text: newCanary() });

for (const [what, exchange, now, expected] of [
  ['whose head has not come', requestOf(URL_OF_ALL), 60_000, true],
  [
    'that waits for news, and was asked for lately',
    { ...requestOf(URL_OF_ALL), asksOn: true, startedAt: 0 },
    2_900,
    true,
  ],
  [
    'that waits for news, and has none to tell',
    { ...requestOf(URL_OF_ALL), asksOn: true, startedAt: 0 },
    3_100,
    false,
  ],
  [
    'that waits for news, and is being told',
    { ...requestOf(URL_OF_ALL), asksOn: true, startedAt: 0, headAt: 3_000 },
    3_100,
    true,
  ],
  ['that is a stream and pauses', subscription, 2_900, true],
  ['that is a stream and rests', subscription, 3_100, false],
  [
    'that is a stream and told something lately',
    { ...subscription, arrivals: [{ at: 9_000, length: 1 }] },
    11_000,
    true,
  ],
  ['that answers what was said, and ponders', saying, 20_000, true],
  [
    'that answers what its address says, and ponders',
    { ...subscription, url: `${URL_OF_ALL}?say=${newCanary()}` },
    20_000,
    true,
  ],
  ['that nobody waits for', { ...subscription, resourceType: 'eventsource' }, 100, false],
  [
    'that is short and there',
    requestOf(URL_OF_ALL, { headAt: 0, responseHeaders: [{ name: 'content-length', value: '2' }] }),
    1_100,
    false,
  ],
] as const satisfies [string, Exchange, number, boolean][]) {
  test(`an answer ${what} is ${expected ? '' : 'not '}under way`, () => {
    expect(isUnderWay(exchange, now)).toBe(expected);
  });
}

test('a stream belongs to the request with its body, and to one that has none yet', () => {
  const [first, second, again] = ['a', 'b', 'a'].map((body) => streamed(body));
  const records = new StreamRecords([first, second, again].filter((each) => each !== undefined));
  const take = (body: string): Exchange | undefined =>
    records.take({ url: URL_OF_ALL, method: 'POST', body: Buffer.from(JSON.stringify(body)) });
  expect(take('a')).toBe(again);
  expect(take('a')).toBe(first);
  expect(take('a')).toBeUndefined();
  expect(records.take({ url: URL_OF_ALL, method: 'POST', body: undefined })).toBe(second);
});

test('streams that are asked for by a POST are channels, but for those that answer what was said', () => {
  const word = newCanary();
  const id = 'conversation-0001';
  const told = (variables: unknown): Exchange =>
    streamed({ query: 'subscription Told($id: ID!) { a(id: $id) }', variables });
  const [forIt, forAnother, presence] = [
    told({ id }),
    told({ id: 'conversation-0002' }),
    streamed({ query: 'subscription Presence { b }' }),
  ];
  const reply = streamed({ query: 'subscription Say { c }', variables: { word } });
  const over = streamed({ query: 'subscription Over { d }' }, { streaming: false });
  const conversation = {
    session: {
      tap: { exchanges: [forIt, presence, reply, over, forAnother], polled: () => new Set() },
    },
    owner: { account: {} },
    before: { exchanges: [requestOf(URL_OF_ALL)], at: Date.now(), stored: [] },
    witnesses: [{ name: '', exchange: requestOf(`${URL_OF_ALL}?id=${id}`) }],
    words: [word],
  } as unknown as Conversation;
  const found = likelyChannels(conversation, () => true);
  expect(found.map(({ name }) => name)).toEqual([
    'POST /graphql (Told)',
    'POST /graphql (Presence)',
  ]);
  expect(found[0]?.exchange.requestBody).toBe(forIt?.requestBody);
});

for (const [what, more, isOpen, expected] of [
  ['is open and has not been told anything', { asksOn: true }, true, true],
  ['was told something at last', { asksOn: true, headAt: 20_000 }, false, true],
  ['is answered at once', { asksOn: true, headAt: 100 }, false, false],
  ['was broken off', { asksOn: true }, false, false],
  ['is asked for once', {}, true, false],
  ['is a stream', { asksOn: true, streaming: true }, true, false],
] as const satisfies [string, Partial<Exchange>, boolean, boolean][]) {
  test(`a request that ${what} has ${expected ? '' : 'not '}waited for news`, () => {
    expect(waitsForNews(requestOf(URL_OF_ALL, more), isOpen, 20_000)).toBe(expected);
  });
}

test('what is asked for again and again is a channel where it has waited for news', () => {
  const cursor = 'from-0123456789abcdef01-4';
  const issuer = requestOf('http://127.0.0.1:9/news?since=1', {
    order: 0,
    responseBody: Buffer.from(JSON.stringify({ cursor })),
  });
  const poll = requestOf(`http://127.0.0.1:9/news?since=${cursor}`, { asksOn: true, order: 1 });
  const list = requestOf('http://127.0.0.1:9/list', { asksOn: true, order: 2 });
  const exchanges = [issuer, poll, list];
  const conversation = {
    session: { tap: { exchanges, polled: () => new Set(['GET /news']) } },
    owner: { account: { password: new Secret('secret of hers') } },
    before: { exchanges: [], at: 0, stored: [] },
    witnesses: [],
    words: [newCanary()],
  } as unknown as Conversation;
  const [found, ...others] = likelyChannels(conversation, () => true);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ name: 'GET /news', polled: true, carried: false });
  expect(found?.exchange.url).toBe(poll.url);
  expect(found?.exchange.cursors).toEqual([
    { name: 'since', at: { in: 'json', path: ['cursor'] } },
  ]);
  // How far it has heard is asked of nobody: another person would be told her own.
  expect(found?.renewal).toBeUndefined();
});
