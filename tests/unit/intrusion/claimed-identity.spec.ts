import { expect } from '@playwright/test';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { asWitness } from '../../../fixtures/access/witness.ts';
import { claimIdentity } from '../../../fixtures/intrusion/claimed-identity.ts';
import type { Replayer } from '../../../fixtures/replay/replayer.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { type Answering, requestOf, test as base } from '../replay/product-test.ts';

const CANARIES = { alice: 'kxaaaaaaaaaaaaaaaaaa', bob: 'kxbbbbbbbbbbbbbbbbbb' };
type Who = keyof typeof CANARIES;

/** A person who was told her number, and who reads her conversations with this request. */
function conversationOf(who: Who, id: number, read: Exchange, replayer: Replayer): Conversation {
  const told = requestOf(new URL('/me', read.url).href, {
    responseBody: Buffer.from(JSON.stringify({ user: { id, unread: id + 40 } })),
  });
  const listed = requestOf(new URL('/all', read.url).href, {
    responseBody: Buffer.from(JSON.stringify([{ id: `conversation-of-${who}` }])),
  });
  const witness = asWitness(read);
  const session = {
    tap: { exchanges: [told, listed, read] },
    credentialsFor: () => Promise.resolve([]),
  };
  const probe: Conversation['probe'] = (label, { exchange }, credentials) =>
    replayer.probe(label, exchange, CANARIES[who], credentials);
  return {
    owner: { account: { username: who } },
    session,
    before: { exchanges: [told], stored: [] },
    witnesses: [witness],
    paths: [{ witness, slots: [] }],
    probe,
    control: () => probe('control', witness, []),
    likelyChannels: () => [],
    words: [],
  } as unknown as Conversation;
}

interface Fixtures {
  /** What of a product’s reads opens to somebody who says to be Alice; `read` makes a person’s own request. */
  openedBy: (
    answer: Answering,
    read: (origin: string, id: number) => Exchange,
  ) => Promise<string[]>;
}

const test = base.extend<Fixtures>({
  openedBy: async ({ product, replayerOf }, use) => {
    await use(async (answer, read) => {
      const origin = await product(answer);
      const replayer = replayerOf(origin);
      const hers = conversationOf('alice', 7, read(origin, 7), replayer);
      const his = conversationOf('bob', 8, read(origin, 8), replayer);
      const nobody = { label: 'nobody', credentialsFor: () => [] };
      const { attacks } = await claimIdentity(hers, his, [nobody], replayer);
      return attacks.filter(({ attack }) => attack.reached).map(({ name }) => name);
    });
  },
});

/** Answers with the conversations of whom a request names. */
const answering =
  (whoseIs: (url: URL, body: string) => unknown): Answering =>
  (response, request) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const id = whoseIs(url, Buffer.concat(chunks).toString());
      response.end(id === 7 ? CANARIES.alice : id === 8 ? CANARIES.bob : 'nothing');
    });
  };
const posted = (body: string) => ({ method: 'POST', requestBody: Buffer.from(body) });
const OWN = [expect.stringContaining('its own parameters')];

test('a number in a JSON body that names the owner is exchanged, and stays a number', async ({
  openedBy,
}) => {
  const product = answering((_, body) => (JSON.parse(body) as { user_id: unknown }).user_id);
  const opened = await openedBy(product, (origin, id) =>
    requestOf(`${origin}/list`, posted(JSON.stringify({ user_id: id }))),
  );
  expect(opened).toEqual(OWN);
});

test('a number in a form is exchanged', async ({ openedBy }) => {
  const product = answering((_, body) => Number(new URLSearchParams(body).get('uid')));
  const opened = await openedBy(product, (origin, id) =>
    requestOf(`${origin}/list`, posted(`uid=${id}`)),
  );
  expect(opened).toEqual(OWN);
});

test('the only parameter of an address is exchanged', async ({ openedBy }) => {
  const product = answering((url) => Number(url.searchParams.get('for')));
  const opened = await openedBy(product, (origin, id) => requestOf(`${origin}/list?for=${id}`));
  expect(opened).toEqual(OWN);
});

test('a number that a parameter may hold is claimed where the request names nobody', async ({
  openedBy,
}) => {
  const product = answering((url) => Number(url.searchParams.get('user_id')));
  const opened = await openedBy(product, (origin) => requestOf(`${origin}/list`));
  expect(opened).toEqual(['GET /list with parameters that name the owner']);
});

test('what opens without a claim shows nothing', async ({ openedBy }) => {
  const product = answering(() => 7);
  expect(await openedBy(product, (origin) => requestOf(`${origin}/list`))).toEqual([]);
});

test('an identifier of a conversation is no name of its owner', async ({ openedBy }) => {
  const opened = await openedBy(
    answering(({ pathname }) => (pathname.endsWith('alice') ? 7 : 8)),
    (origin, id) => requestOf(`${origin}/conversation-of-${id === 7 ? 'alice' : 'bob'}`),
  );
  expect(opened).toEqual([]);
});
