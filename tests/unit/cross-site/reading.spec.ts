import { expect } from '@playwright/test';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { judgeAttacks } from '../../../checks/evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../../../checks/evidence/probe.ts';
import { Secret } from '../../../checks/secret.ts';
import type { AccessPath, Renewal } from '../../../fixtures/access/access-path.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { asWitness } from '../../../fixtures/access/witness.ts';
import { AttackerSite } from '../../../fixtures/cross-site/attacker-site.ts';
import { readFromAnotherSite } from '../../../fixtures/cross-site/read-from-another-site.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { type Answering, requestOf, test as base } from '../replay/product-test.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';
const TOKEN = 'a-token-of-hers-0123456789';

interface Fixtures {
  /** Has another site read a product that answers so, in a browser whose cookie is sent from there. */
  read: (
    answer: Answering,
    exchange: (origin: string) => Exchange,
    more?: (origin: string) => Partial<AccessPath>,
  ) => Promise<AttacksEvidence>;
}

const test = base.extend<Fixtures>({
  read: async ({ context, product, replayerOf, vault }, use) => {
    const site = await AttackerSite.start();
    await use(async (answer, exchangeAt, more = () => ({})) => {
      const origin = await product(answer);
      const cookie = { name: 'sid', value: 'alice', domain: '127.0.0.1', path: '/' };
      await context.addCookies([{ ...cookie, secure: true, sameSite: 'None' }]);
      const witness = asWitness(exchangeAt(origin));
      const csrf = { carrier: 'header', name: 'x-csrf-token', value: new Secret(TOKEN) };
      const reached = { label: 'control', reached: true, exchanges: [] };
      const hers = {
        session: { label: 'Alice', context, credentialsFor: () => Promise.resolve([csrf]) },
        canary: CANARY,
        witnesses: [witness],
        paths: [{ witness, slots: [], ...more(origin) }],
        control: () => Promise.resolve(reached),
        likelyChannels: () => [],
      } as unknown as Conversation;
      return readFromAnotherSite(hers, site, { replayer: replayerOf(origin), vault });
    });
    await site.close();
  },
});

const json = { name: 'content-type', value: 'application/json' };
const get = (origin: string): Exchange => requestOf(`${origin}/c/1`);
const post = (origin: string): Exchange =>
  requestOf(`${origin}/c`, {
    method: 'POST',
    requestHeaders: [json, { name: 'x-csrf-token', value: TOKEN }],
    requestBody: Buffer.from('{"id":1}'),
  });

/** CORS as it is often set up by hand. */
const sharing =
  (answer: Answering, headers = 'authorization'): Answering =>
  (response, request, earlier) => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', headers);
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else answer(response, request, earlier);
  };
const toHer: Answering = (response, { headers }) => {
  response.end(headers.cookie?.includes('sid=alice') ? CANARY : 'who are you?');
};
/** Gives no leave beforehand. */
const plain: Answering = (response, request, earlier) => {
  if (request.method === 'OPTIONS') response.writeHead(404).end();
  else sharing(toHer)(response, request, earlier);
};
/** Wants a value that only her own page knows. */
const guarded: Answering = (response, request, earlier) => {
  if (request.headers['x-csrf-token'] === TOKEN) toHer(response, request, earlier);
  else response.writeHead(403).end();
};
const reached = ({ attacks }: AttacksEvidence) => attacks.map(({ attack }) => attack.reached);

test('what CORS shares with any origin is read', async ({ read }) => {
  expect(reached(await read(sharing(toHer), get))).toEqual([true]);
});

test('what nobody shares is refused, and that is an answer', async ({ read }) => {
  const { attacks } = await read(toHer, get);
  expect(judgeAttacks(attacks, () => '').outcome).toBe('pass');
  expect(attacks[0]?.attack.exchanges[0]?.error).toContain('Failed to fetch');
});

test('a read that needs no leave beforehand is tried in that form too', async ({ read }) => {
  expect(reached(await read(plain, post))).toEqual([true]);
});

test('a value that only her own page knows is not sent', async ({ read }) => {
  expect(reached(await read(sharing(guarded, 'x-csrf-token, content-type'), post))).toEqual([
    false,
  ]);
});

test('a token that another site is given by a renewal is used', async ({ read, vault }) => {
  const bearer = (origin: string): Exchange =>
    requestOf(`${origin}/c/1`, {
      requestHeaders: [{ name: 'authorization', value: 'Bearer an-old-one-0123456789' }],
    });
  const renewal = (origin: string): Renewal => ({
    name: 'POST /refresh',
    exchange: requestOf(`${origin}/refresh`, { method: 'POST' }),
    slots: [{ carrier: 'cookie', name: 'sid' }],
    issues: { carrier: 'header', name: 'authorization' },
    prefix: 'Bearer ',
    place: { in: 'json', path: ['token'] },
  });
  const product = sharing((response, { url, headers }) => {
    if (url === '/refresh' && headers.cookie) response.end(JSON.stringify({ token: TOKEN }));
    else response.end(headers.authorization === `Bearer ${TOKEN}` ? CANARY : '');
  });
  const evidence = await read(product, bearer, (origin) => ({
    slots: [{ carrier: 'header', name: 'authorization' }],
    renewal: renewal(origin),
  }));
  expect(reached(evidence)).toEqual([true]);
  expect(JSON.stringify(evidence)).not.toContain(TOKEN);
  expect(vault.scrub(TOKEN)).not.toBe(TOKEN);
});

for (const [what, answer, why] of [
  ['throttles', (response) => response.writeHead(429).end(), /throttles/],
  ['breaks off', (response) => response.destroy(), /ERR_EMPTY_RESPONSE/],
] as const satisfies [string, Answering, RegExp][]) {
  test(`a product that ${what} has not refused`, async ({ read }) => {
    const { attacks } = await read(answer, get);
    expect(attacks[0]?.attack).toMatchObject({ reached: false, unanswered: why });
  });
}

for (const asks of ['nobody', 'somebody'] as const) {
  test(`a socket of which ${asks} asks for the origin`, async ({ read }) => {
    const verifyClient = (): boolean => asks === 'nobody';
    const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, verifyClient });
    sockets.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => socket.send(`${data.toString()} ${CANARY}`));
    });
    await once(sockets, 'listening');
    const url = `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/live`;
    const frames = [{ direction: 'sent', at: 0, data: Buffer.from('open 1'), text: true } as const];
    const evidence = await read(toHer, () => requestOf(url, { frames }));
    sockets.close();
    expect(reached(evidence)).toEqual([asks === 'nobody']);
    expect(evidence.attacks[0]?.attack).not.toHaveProperty('unanswered');
  });
}
