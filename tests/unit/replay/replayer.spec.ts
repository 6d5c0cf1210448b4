import { expect } from '@playwright/test';
import { judgeAttacks } from '../../../checks/evidence/judge-attacks.ts';
import type { Probe } from '../../../checks/evidence/probe.ts';
import { type Answering, requestOf, test as base } from './product-test.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';

interface Fixtures {
  /** Reads `/c` of a product, as the owner would. */
  read: (origin: string) => Promise<Probe>;
}

const test = base.extend<Fixtures>({
  read: async ({ replayerOf }, use) => {
    await use((origin) => replayerOf(origin).probe('a read', requestOf(`${origin}/c`), CANARY, []));
  },
});

const says: Answering = (response) => void response.end(`the boat ${CANARY}`);
const accepted: Probe = { label: 'control', reached: true, exchanges: [] };

/** What a check makes of an attack that came to this, with controls that came to that. */
const outcomeOf = (attack: Probe, after: Probe): string =>
  judgeAttacks([{ name: 'a read', before: accepted, attack, after }], () => 'it was opened')
    .outcome;

test('a product that throttles and says for how long is waited for, and asked again', async ({
  product,
  costs,
  read,
}) => {
  const origin = await product((response, request, earlier) => {
    if (earlier > 0) return says(response, request, earlier);
    response.writeHead(429, { 'retry-after': '1' }).end();
  });
  const probe = await read(origin);
  expect(probe).toMatchObject({ reached: true });
  expect(costs).toMatchObject({ replays: 2, waitedMs: 1000 });
});

test('a date to wait for is understood, too', async ({ product, costs, read }) => {
  const origin = await product((response, request, earlier) => {
    if (earlier > 0) return says(response, request, earlier);
    const soon = new Date(Date.now() + 2_000).toUTCString();
    response.writeHead(429, { 'retry-after': soon }).end();
  });
  expect(await read(origin)).toMatchObject({ reached: true });
  expect(costs.waitedMs).toBeGreaterThan(0);
});

const FAULTS: Record<string, Answering> = {
  'throttles and does not say for how long': (response) => response.writeHead(429).end(),
  'throttles for longer than may be waited': (response) =>
    response.writeHead(429, { 'retry-after': '3600' }).end(),
  'closes the connection': (response) => response.destroy(),
  'closes the connection in the middle of its answer': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('the b');
    setTimeout(() => response.destroy(), 50);
  },
  'never answers': () => undefined,
  'is a gateway whose product is down': (response) => response.writeHead(502).end(),
  'says more than is read': (response) => void response.end(Buffer.alloc(6 * 1024 * 1024, 'x')),
};

for (const [fault, answer] of Object.entries(FAULTS)) {
  test(`a product that ${fault} has neither refused nor opened anything`, async ({
    product,
    read,
  }) => {
    const probe = await read(await product(answer));
    expect(probe).toMatchObject({ reached: false, unanswered: expect.any(String) });
    expect(outcomeOf(probe, accepted)).toBe('inconclusive');
  });
}

for (const [turn, answer] of Object.entries<Answering>({
  'answers 500 to everybody': (response) => response.writeHead(500).end('Oops'),
  'sends everybody to its sign-in page, with 200 in the end': (response, { url }) => {
    if (url === '/login') response.end('<form>Please sign in</form>');
    else response.writeHead(302, { location: '/login' }).end();
  },
})) {
  test(`a product that ${turn} fails the control as well, and nothing is concluded`, async ({
    product,
    read,
  }) => {
    const origin = await product(answer);
    const [attack, after] = [await read(origin), await read(origin)];
    expect(attack).toMatchObject({ reached: false });
    expect(outcomeOf(attack, after)).toBe('inconclusive');
    expect(outcomeOf(attack, accepted)).toBe('pass');
  });
}

test('a redirect to another origin is an answer, and is not followed', async ({
  product,
  read,
}) => {
  const elsewhere = await product(says);
  const origin = await product((response) =>
    response.writeHead(302, { location: `${elsewhere}/c` }).end(),
  );
  expect(await read(origin)).toMatchObject({ reached: false });
});

test('a redirect inside the product is followed', async ({ product, read }) => {
  const origin = await product((response, request, earlier) => {
    if (request.url === '/moved') says(response, request, earlier);
    else response.writeHead(303, { location: '/moved' }).end();
  });
  expect(await read(origin)).toMatchObject({ reached: true });
});

test('a stream that has been fast is given a second all the same', async ({
  product,
  replayerOf,
}) => {
  const origin = await product((response, _, earlier) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    setTimeout(() => response.write(`data: ${CANARY}\n\n`), earlier === 0 ? 0 : 750);
  });
  const replayer = replayerOf(origin);
  const stream = requestOf(`${origin}/events`, { streaming: true });
  for (const label of ['the first', 'a slower one']) {
    expect(await replayer.probe(label, stream, CANARY, [])).toMatchObject({ reached: true });
  }
});

test('whatever a renewal answers that may be a credential stays out of the report', async ({
  product,
  replayerOf,
  vault,
}) => {
  const issued = {
    access: 'access-0123456789abcdef',
    next: { refresh: 'refresh-0123456789abcdef', expires: 3600 },
    title: CANARY,
  };
  const header = 'csrf-0123456789abcdef';
  const origin = await product((response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-csrf-token': header });
    response.end(JSON.stringify(issued));
  });
  const { record } = await replayerOf(origin).issue(
    'a renewal',
    {
      name: 'GET /renew',
      exchange: requestOf(`${origin}/renew`),
      slots: [],
      issues: { carrier: 'header', name: 'authorization' },
      prefix: 'Bearer ',
      place: { in: 'json', path: ['access'] },
    },
    [],
    CANARY,
  );
  const report = vault.scrub(JSON.stringify(record) + header);
  for (const secret of [issued.access, issued.next.refresh, header]) {
    expect(report).not.toContain(secret);
  }
  expect(report).toContain(CANARY);
});
