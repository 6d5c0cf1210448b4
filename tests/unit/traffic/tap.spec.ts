import { EventEmitter } from 'node:events';
import { expect, type Page, test as base } from '@playwright/test';
import { findCanary } from '../../../checks/canary/find-canary.ts';
import { Vault } from '../../../fixtures/redaction/vault.ts';
import { type Exchange, receivedBy } from '../../../fixtures/traffic/exchange.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { likelyChannels } from '../../../fixtures/access/live-channels.ts';
import { watchSockets } from '../../../fixtures/traffic/socket-tap.ts';
import { TrafficTap } from '../../../fixtures/traffic/tap.ts';
import { isCollected } from '../../../fixtures/traffic/under-way.ts';
import { requestOf } from '../replay/product-test.ts';
import { type Lab, MARKER, PIECES, startLab } from './lab.ts';

const test = base.extend<{ tap: TrafficTap }, { lab: Lab }>({
  lab: [
    async ({}, use) => {
      const lab = await startLab();
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  tap: async ({ context, page, lab }, use) => {
    const tap = new TrafficTap(context, new Vault());
    await tap.watch(page);
    await page.goto(lab.origin);
    await use(tap);
  },
});

/** A busy machine starts workers and frames slowly. */
const ARRIVES = { timeout: 20_000 };

/** The record of one path, as soon as it holds what it should. */
async function seen(tap: TrafficTap, path: string, holds = has): Promise<Exchange> {
  const found = (): Exchange | undefined =>
    tap.exchanges.find(({ url }) => url.endsWith(path) || url.includes(`${path}?`));
  await expect.poll(() => holds(found()), ARRIVES).toBe(true);
  return found() as Exchange;
}

/** Runs in the page: reads a stream to its end, one text a piece. */
async function readLines(): Promise<string[]> {
  const response = await fetch('/lines');
  const reader = response.body?.getReader();
  const chunks: string[] = [];
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(new TextDecoder().decode(part.value));
  }
  return chunks;
}

const has = (exchange: Exchange | undefined): boolean =>
  exchange !== undefined && findCanary(MARKER, receivedBy(exchange)) !== undefined;

test(
  'an event stream without end is read while it runs',
  { tag: '@tap' },
  async ({ page, tap }) => {
    await page.evaluate(() => {
      Object.assign(window, { source: new EventSource('/events') });
    });
    const exchange = await seen(tap, '/events');
    expect(exchange).toMatchObject({ resourceType: 'eventsource', status: 200, streaming: true });
  },
);

test(
  'a stream that a script reads and breaks off is read',
  { tag: '@tap' },
  async ({ page, tap }) => {
    await page.evaluate(async () => {
      const stop = new AbortController();
      const response = await fetch('/events?by=fetch', { signal: stop.signal });
      const reader = response.body?.getReader();
      for (let read = 0; read < 3; read += 1) await reader?.read();
      stop.abort();
    });
    const exchange = await seen(tap, '/events');
    await expect.poll(() => exchange.streaming).toBe(false);
  },
);

test(
  'of several streams that one address gives at once each is read into its own request',
  { tag: '@tap' },
  async ({ page, tap }) => {
    const asked = ['first', 'second', 'third'];
    await page.evaluate(async (bodies) => {
      const ask = (body: string): Promise<Response> =>
        fetch('/subscribe', { method: 'POST', body });
      Object.assign(window, { kept: await Promise.all(bodies.map(ask)) });
    }, asked);
    const told = (): string[] =>
      tap.exchanges
        .filter(({ url }) => url.endsWith('/subscribe'))
        .map((each) => `${each.requestBody?.toString()} ${receivedBy(each).toString()}`);
    await expect.poll(told, ARRIVES).toEqual(asked.map((word) => `${word} data: ${word}\n\n`));
  },
);

test(
  'the page receives the same stream with the tap as without',
  { tag: '@tap' },
  async ({ browser, page, tap, lab }) => {
    const tapped = await page.evaluate(readLines);
    const bare = await browser.newContext();
    const other = await bare.newPage();
    await other.goto(lab.origin);
    const untapped = await other.evaluate(readLines);
    await bare.close();

    // Where a stream is cut into pieces is up to the network, with the tap and without.
    for (const pieces of [tapped, untapped]) expect(pieces.length).toBeGreaterThan(1);
    expect(tapped.join('')).toBe(untapped.join(''));
    expect(tapped.join('')).toBe(PIECES.map((t) => `{"t":"${t}"}\n`).join(''));
    const exchange = await seen(tap, '/lines');
    expect(exchange.responseBody?.toString()).toBe(tapped.join(''));
  },
);

test(
  'a WebSocket is recorded with its sub-protocols and frames both ways',
  { tag: '@tap' },
  async ({ page, tap }) => {
    await page.evaluate(() => {
      const socket = new WebSocket(`ws://${location.host}/socket`, ['chat', 'token.abc']);
      socket.onopen = () => socket.send('hello');
    });
    const exchange = await seen(tap, '/socket');
    expect(exchange.frames?.map(({ direction, data }) => [direction, data.toString()])).toEqual([
      ['sent', 'hello'],
      ...PIECES.map((piece) => ['received', piece]),
    ]);
    await expect
      .poll(() => exchange.requestHeaders.find(({ name }) => /protocol$/i.test(name))?.value)
      .toBe('chat, token.abc');
  },
);

test(
  'a WebSocket whose handshake is never told is recorded with the origin of its page, and counts as open by its messages',
  { tag: '@tap' },
  () => {
    const pages = new EventEmitter();
    const sockets = Object.assign(new EventEmitter(), { url: () => 'ws://lab/live' });
    const added: Exchange[] = [];
    watchSockets(
      Object.assign(pages, { url: () => 'http://lab/c/1' }) as unknown as Page,
      (each) => {
        added.push({ ...each, order: 0 });
        return { ...each, order: 0 };
      },
    );
    pages.emit('websocket', sockets);
    const conversation = {
      session: { tap: { exchanges: added, polled: () => new Set() } },
      owner: { account: {} },
      before: { exchanges: [], at: 0, stored: [] },
      witnesses: [],
      words: [],
    } as unknown as Conversation;
    expect(added[0]?.requestHeaders).toEqual([{ name: 'Origin', value: 'http://lab' }]);
    expect(likelyChannels(conversation, () => true)).toEqual([]);
    sockets.emit('framereceived', { payload: 'hello' });
    expect(likelyChannels(conversation, () => true)).toHaveLength(1);
  },
);

test('what dedicated workers receive is recorded', { tag: '@tap' }, async ({ page, tap }) => {
  await page.evaluate(() => {
    Object.assign(window, { worker: new Worker('/worker.js') });
  });
  expect(await seen(tap, '/json?from=worker')).toMatchObject({ status: 200 });
  expect(await seen(tap, '/socket?from=worker')).toMatchObject({ resourceType: 'websocket' });
});

test(
  'a stream without end is read while it runs in a worker, and in a frame of another site',
  { tag: '@tap' },
  async ({ page, tap }) => {
    await page.evaluate(() => {
      const worker = new Worker('/stream-worker.js');
      worker.postMessage('go');
      const src = location.origin.replace('127.0.0.1', 'localhost') + '/stream-frame';
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    });
    await page.frameLocator('iframe').getByRole('button').click();
    for (const by of ['worker', 'frame']) {
      expect(await seen(tap, `/events?by=${by}`), by).toMatchObject({ streaming: true });
    }
  },
);

test('what a shared worker receives is recorded', { tag: '@tap' }, async ({ page, tap }) => {
  const ask = (): Promise<void> =>
    page.evaluate(() => {
      const shared = new SharedWorker('/shared.js');
      return new Promise((resolve) => {
        shared.port.onmessage = () => resolve();
        shared.port.postMessage('go');
      });
    });
  // Its first requests may be over before the browser announces it.
  await expect
    .poll(async () => {
      await ask();
      return tap.exchanges.some((each) => each.url.includes('from=shared') && has(each));
    })
    .toBe(true);
});

test(
  'a service worker begins, and what it receives and answers is recorded',
  { tag: '@tap' },
  async ({ page, tap }) => {
    const told = await page.evaluate(async () => {
      const { serviceWorker } = navigator;
      const taken = new Promise((resolve) => (serviceWorker.oncontrollerchange = resolve));
      await serviceWorker.register('/service.js');
      await taken;
      const answered = new Promise<unknown>((resolve) => {
        serviceWorker.onmessage = ({ data }) => resolve(data);
      });
      serviceWorker.controller?.postMessage('go');
      return [await answered, await (await fetch('/json?by=page')).text()];
    });
    expect(told).toEqual([expect.stringContaining(MARKER), expect.stringContaining(MARKER)]);
    expect(await seen(tap, '/json?from=service')).toMatchObject({ status: 200 });
    expect(await seen(tap, '/json?by=page')).toMatchObject({ status: 200 });
  },
);

test('what popups and frames receive is recorded', { tag: '@tap' }, async ({ page, tap }) => {
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: '/frame' }));
    window.open('/json?from=popup');
  });
  expect(await seen(tap, '/json?from=frame')).toMatchObject({ status: 200 });
  expect(await seen(tap, '/json?from=popup')).toMatchObject({ status: 200 });
});

test('a body over 5 MiB is cut, and says so', { tag: '@tap' }, async ({ page, tap }) => {
  await page.evaluate(() => fetch('/large').then((response) => response.text()));
  const whole = 6 * 1024 * 1024;
  const exchange = await seen(tap, '/large', (each) => each?.cutAt === whole);
  expect(exchange.responseBody?.length).toBe(5 * 1024 * 1024);
});

test('a download is recorded', { tag: '@tap' }, async ({ page, tap }) => {
  const download = page.waitForEvent('download');
  await page.evaluate(() => {
    location.href = '/file';
  });
  await download;
  expect(await seen(tap, '/file')).toMatchObject({ status: 200 });
});

test(
  'a file that is saved by a link which asks for that is recorded',
  { tag: '@tap' },
  async ({ page, tap }) => {
    const download = page.waitForEvent('download');
    await page.evaluate(() => {
      Object.assign(document.createElement('a'), { href: '/file', download: '' }).click();
    });
    await download;
    expect(await seen(tap, '/file')).toMatchObject({ method: 'GET', status: 200 });
  },
);

test(
  'a file that the page fetches and saves by itself is recorded',
  { tag: '@tap' },
  async ({ page, tap }) => {
    const download = page.waitForEvent('download');
    await page.evaluate(async () => {
      const response = await fetch('/file');
      const href = URL.createObjectURL(await response.blob());
      Object.assign(document.createElement('a'), { href, download: 'a.md' }).click();
    });
    await download;
    expect(await seen(tap, '/file')).toMatchObject({ status: 200, resourceType: 'fetch' });
  },
);

test('an error whose body its page never reads is there a second after its head, and an open answer is not', () => {
  const headAt = Date.now() - 1_500;
  const answer = (status: number, more: Partial<Exchange> = {}): Exchange =>
    requestOf('http://lab/c', { status, headAt, ...more });
  const stating = (length: number) => ({
    responseHeaders: [{ name: 'content-length', value: String(length) }],
  });
  expect([answer(401), answer(200, stating(9))].map((each) => isCollected(each))).toEqual([
    true,
    true,
  ]);
  const open = [
    answer(200),
    answer(401, { headAt: Date.now() }),
    answer(500, stating(1_000_000)),
    requestOf('http://lab/c', { status: 401 }),
  ];
  expect(open.map((each) => isCollected(each))).toEqual([false, false, false, false]);
});
