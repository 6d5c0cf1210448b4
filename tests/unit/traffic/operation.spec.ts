import { expect, type Response, test } from '@playwright/test';
import { namesOf } from '../../../fixtures/access/names.ts';
import { Silences } from '../../../fixtures/access/silences.ts';
import { namesIn } from '../../../fixtures/identifiers/names-in-requests.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { sendingsOf } from '../../../fixtures/access/utterance.ts';
import { sent } from '../../../fixtures/intrusion/recorded-writes.ts';
import { inlineCandidatesIn } from '../../../fixtures/replay/compose.ts';
import { type Exchange, nameOf } from '../../../fixtures/traffic/exchange.ts';
import { mayChange } from '../../../fixtures/traffic/operation.ts';

const HASH = 'ab12cd34'.padEnd(64, '0');

/** A request to an address that takes all of a product's. */
const asking = (body: unknown, over: Partial<Exchange> = {}): Exchange => ({
  order: 0,
  startedAt: 0,
  method: 'POST',
  url: 'http://127.0.0.1:9/graphql',
  resourceType: 'fetch',
  requestHeaders: [],
  requestBody: Buffer.from(JSON.stringify(body)),
  status: 200,
  responseHeaders: [],
  ...over,
});
const parameters = (text: string): Exchange => {
  const { requestBody, ...rest } = asking({});
  expect(requestBody).toBeDefined();
  return { ...rest, method: 'GET', url: `${rest.url}?${text}` };
};

for (const [what, exchange, operation, changes] of [
  ['the name that is sent', asking({ operationName: 'Chats', query: '{ x }' }), 'Chats', false],
  ['the name in a document', asking({ query: 'mutation Leave($a: T!) { b }' }), 'Leave', true],
  [
    'the one that is meant of several',
    asking({ operationName: 'B', query: 'query A { a } mutation B { b }' }),
    'B',
    true,
  ],
  [
    'the first field',
    asking({ query: 'mutation($i: ID!) { a: signOut(i: $i) { x } }' }),
    'signOut',
    true,
  ],
  ['the field of a bare document', asking({ query: '{ ...F me { id } }' }), 'me', false],
  [
    'what stands behind fragments, comments and strings',
    asking({ query: '# query No { a }\nfragment F on T { c(d: "}") }\nsubscription Told { e }' }),
    'Told',
    true,
  ],
  [
    'a document that the server keeps',
    asking({ extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } }),
    'document_ab12cd34',
    true,
  ],
  ['each of a batch', asking([{ query: 'query A { a }' }, { query: '{ b }' }]), 'A+b', false],
  [
    'a batch that changes something',
    asking([{ query: '{ b }' }, { query: 'mutation { c }' }]),
    'b+c',
    true,
  ],
  ['a parameter', parameters('operationName=Chats&variables=%7B%7D'), 'Chats', false],
  ['a document in a parameter', parameters('query=query%20Me%7Bme%7D'), 'Me', false],
] as const) {
  test(`a request is called by its operation: ${what}`, () => {
    expect(nameOf(exchange)).toBe(`${exchange.method} /graphql (${operation})`);
    expect(mayChange(exchange)).toBe(changes);
  });
}

for (const [what, exchange] of [
  ['words that somebody looks for', asking({ query: 'query builders for everyone' })],
  ['words in a parameter', parameters('query=mutation+of+birds')],
  ['a name that may be a token', asking({ operationName: 'eyJh.bGci.OiJI', id: 1 })],
  ['a long name', asking({ operationName: 'a'.repeat(65) })],
  ['something that is no JSON', asking(1, { requestBody: Buffer.from('"query" {') })],
] as const) {
  test(`nothing else is taken for an operation: ${what}`, () => {
    expect(nameOf(exchange)).toBe(`${exchange.method} /graphql`);
  });
}

test('what says which operation is meant is nobody’s credential, and names no conversation', () => {
  const exchange = asking({
    query: 'query Chat2023($id:ID!){conversation(id:$id){text}}',
    operationName: 'Chat2023ForOnePerson',
    variables: { id: 'conversation-0001' },
  });
  expect(inlineCandidatesIn(exchange).map(({ name }) => name)).toEqual(['/variables/id']);
  const known = {
    witnesses: [{ name: '', exchange }],
    words: [],
    before: { exchanges: [], at: 0, stored: [] },
  };
  expect(namesOf(known as unknown as Conversation)).toEqual(['graphql', 'conversation-0001']);
});

test('a query that holds what was said neither says nor writes anything', async () => {
  const variables = { id: 'c-1', text: 'kx0' };
  const search = asking({ query: 'query Search { a }', variables }, { order: 1, startedAt: 5 });
  const say = asking({ query: 'mutation Say { a }', variables }, { order: 2, startedAt: 6 });
  const list = asking({ query: 'query List { a }', variables }, { order: 3, startedAt: 7 });
  const analytics = { ...say, url: 'http://analytics.example/collect', order: 0 };
  const exchanges = [search, say, list];
  expect(sendingsOf(exchanges, 'kx0')).toEqual([say]);
  const session = {
    untilQuiet: () => Promise.resolve(),
    reachesTheProduct: (exchange: Exchange) => exchange !== analytics,
    tap: { exchanges: [analytics, ...exchanges], settled: () => Promise.resolve() },
  };
  expect(await sent(session, ['c-1'], 0)).toBe(say);
});

test('an answer to one operation leaves it open what another got', () => {
  const silences = new Silences(() => true);
  const answered = (query: string, status: number): void => {
    const { method, url, requestBody = null } = asking({ query });
    const request = {
      method: () => method,
      url: () => url,
      resourceType: () => 'fetch',
      postDataBuffer: () => requestBody,
    };
    silences.answered({ status: () => status, request: () => request } as unknown as Response);
  };
  answered('query Conversation { a }', 503);
  answered('query Me { a }', 200);
  expect(silences.why).toContain('/graphql');
  answered('query Conversation { a }', 200);
  expect(silences.why).toBeUndefined();
});

test('a value in one operation is no value of another', () => {
  const places = ['query A { a }', 'query B { b }'].map(
    (query) => namesIn(asking({ query, variables: { id: 'c-1' } })).at(-1)?.place,
  );
  expect(places).toEqual(['POST /graphql (A), variables/id', 'POST /graphql (B), variables/id']);
});

test('of two operations at one address each is a kind of its own', () => {
  const say = asking({ query: 'mutation Say { a }', variables: 'kx0' });
  const draft = asking({ query: 'mutation Draft { a }', variables: 'kx0' }, { order: 1 });
  expect(sendingsOf([say, draft], 'kx0')).toEqual([draft, say]);
});

test('what a sub-protocol is called is nobody’s credential, and a token in the place of one may be', () => {
  const offered = 'actioncable-v1-json, graphql-transport-ws, token.eyJh0123456789bGci';
  const exchange = asking(
    {},
    {
      requestHeaders: [{ name: 'Sec-WebSocket-Protocol', value: offered }],
    },
  );
  expect(inlineCandidatesIn(exchange).map(({ name }) => name)).toEqual(['2']);
});
