import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect } from '@playwright/test';
import { AttackerSite } from '../../../fixtures/cross-site/attacker-site.ts';
import { forge, type Forged } from '../../../fixtures/cross-site/forge.ts';
import { type Forgery, overSocket } from '../../../fixtures/cross-site/forgery.ts';
import { TrafficTap } from '../../../fixtures/traffic/tap.ts';
import { requestOf, test as base } from '../replay/product-test.ts';

const COOKIES = ['strict=1; SameSite=Strict', 'lax=1; SameSite=Lax', 'unstated=1'];
const NONE = 'none=1; SameSite=None; Secure';
/** Chromium's protocol wants the last two as well. */
const KEEP_BACK = {
  enableThirdPartyCookieRestriction: true,
  disableThirdPartyCookieMetadata: true,
  disableThirdPartyCookieHeuristics: true,
};
const JSON_TYPE = [{ name: 'content-type', value: 'application/json' }];

interface Fixtures {
  site: AttackerSite;
  /** What the product was sent. */
  requests: IncomingMessage[];
  /** Has another site's page send a request to a product that answers so, in a browser that has cookies of it. */
  forged: (
    way: (address: string) => Forgery,
    answer: (response: ServerResponse, request: IncomingMessage) => void,
  ) => Promise<Forged>;
}

const test = base.extend<Fixtures>({
  requests: async ({}, use) => use([]),
  site: async ({}, use) => {
    const site = await AttackerSite.start();
    await use(site);
    await site.close();
  },
  forged: async ({ context, product, vault, replayerOf, requests, site }, use) => {
    await use(async (way, answer) => {
      const origin = await product((response, request) => {
        if (request.url === '/cookies') {
          response.writeHead(200, { 'set-cookie': [...COOKIES, NONE] }).end();
          return;
        }
        requests.push(request);
        answer(response, request);
      });
      const tap = new TrafficTap(context, vault);
      const page = await context.newPage();
      await page.goto(`${origin}/cookies`);
      const label = 'another site';
      const session = { context, tap };
      return forge(site, session, way(`${origin}/do`), { label, canary: '' }, replayerOf(origin));
    });
  },
});

const script =
  (headers = JSON_TYPE) =>
  (url: string): Forgery => ({
    by: 'a script',
    kind: 'script',
    url,
    method: 'POST',
    headers,
    body: '{}',
  });
const form = (url: string): Forgery => ({
  by: 'a form',
  kind: 'form',
  url,
  enctype: 'application/x-www-form-urlencoded',
  fields: [['submit', 'a\nb']],
});
const socket = (address: string): Forgery => {
  const url = address.replace('http', 'ws');
  const frames = [{ direction: 'sent' as const, at: 0, data: Buffer.from('{}'), text: true }];
  return overSocket(
    { method: 'GET', url, headers: [], frames: [Buffer.from('{}')] },
    requestOf(url, { frames }),
  );
};
const ok = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"done":true}');
};

for (const [what, way, method, cookies] of [
  [
    'a link',
    (url: string): Forgery => ({ by: 'a link', kind: 'link', url }),
    'GET',
    'lax unstated none',
  ],
  ['a form', form, 'POST', 'unstated none'],
  ['a script', script([]), 'POST', 'none'],
] as const) {
  test(`${what} of another site carries what a browser sends along`, async ({
    forged,
    requests,
  }) => {
    const { answer, unanswered } = await forged(way, ok);
    expect(unanswered).toBeUndefined();
    expect(requests.map((request) => request.method)).toEqual([method]);
    const sent = requests[0]?.headers.cookie?.split('; ').map((pair) => pair.split('=')[0]);
    expect(sent?.join(' ')).toBe(cookies);
    expect(answer).toMatchObject({ status: 200, body: Buffer.from('{"done":true}') });
  });
}

test('what the product does not agree to is kept back by the browser, and so refused', async ({
  forged,
  requests,
}) => {
  const { answer, unanswered } = await forged(script(), (response) => {
    response.writeHead(404).end();
  });
  expect(requests.map(({ method }) => method)).toEqual(['OPTIONS']);
  expect(unanswered).toBeUndefined();
  expect(answer.status).toBe(0);
});

test('what the product agrees to is sent', async ({ forged, requests }) => {
  const { answer } = await forged(script(), (response, { headers, method }) => {
    response.writeHead(200, {
      'access-control-allow-origin': headers.origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type',
    });
    response.end(method);
  });
  expect(requests.map(({ method }) => method)).toEqual(['OPTIONS', 'POST']);
  expect(answer.body.toString()).toBe('POST');
});

for (const [what, way] of [
  ['a form', form],
  ['a script', script([])],
] as const) {
  test(`${what} that the product hangs up on is not refused`, async ({ forged }) => {
    const { unanswered } = await forged(way, (response) => response.socket?.destroy());
    expect(unanswered).toMatch(/ERR_EMPTY_RESPONSE/);
  });

  test(`${what} that the product throttles is not refused`, async ({ forged }) => {
    const { unanswered } = await forged(way, (response) => response.writeHead(429).end());
    expect(unanswered).toMatch(/throttles/);
  });

  test(`${what} that nothing answers in content is answered`, async ({ forged }) => {
    const { answer, unanswered } = await forged(way, (response) => response.writeHead(204).end());
    expect(unanswered).toBeUndefined();
    expect(answer.status).toBe(204);
  });
}

test('a socket that the product does not open is refused', async ({ forged, requests }) => {
  const { answer, unanswered } = await forged(socket, (response) => response.writeHead(403).end());
  expect(requests.map(({ headers }) => headers.upgrade)).toEqual(['websocket']);
  expect(unanswered).toBeUndefined();
  expect(answer.status).toBe(0);
});

for (const [what, answering, why] of [
  ['hangs up on', (response: ServerResponse) => response.socket?.destroy(), /closed before|ERR_/],
  ['throttles', (response: ServerResponse) => response.writeHead(429).end(), /throttles/],
] as const) {
  test(`a socket that the product ${what} is not refused`, async ({ forged }) => {
    const { unanswered } = await forged(socket, answering);
    expect(unanswered).toMatch(why);
  });
}

test.describe('in a browser that keeps third-party cookies back', () => {
  test.beforeEach(({ site }) => {
    const openIn = site.openIn.bind(site);
    site.openIn = async (context) => {
      const page = await openIn(context);
      const cdp = await context.newCDPSession(page);
      await cdp.send('Network.enable');
      await cdp.send('Network.setCookieControls', KEEP_BACK);
      await page.reload();
      return page;
    };
  });

  for (const [what, way] of [
    ['a script', script([])],
    ['a socket', socket],
  ] as const) {
    test(`${what} shows nothing of what the product allows`, async ({ forged, requests }) => {
      const { unanswered } = await forged(way, ok);
      expect(unanswered).toMatch(/Allow third-party cookies/);
      expect(requests).toEqual([]);
    });
  }

  test('a form takes the cookies along all the same', async ({ forged, requests }) => {
    const { unanswered } = await forged(form, ok);
    expect(unanswered).toBeUndefined();
    expect(requests[0]?.headers.cookie).toContain('none=1');
  });
});
