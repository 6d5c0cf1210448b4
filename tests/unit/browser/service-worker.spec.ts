import { expect, type Page } from '@playwright/test';
import { readCacheStorage, readHttpCache } from '../../../fixtures/browser/stores.ts';
import { test } from '../replay/product-test.ts';

const SAID = 'what was said between us';

/** Service workers that answer from what they have kept, wherever that is. */
const KEEPING = {
  'Cache Storage': `
    const keep = async (url, answer) => (await caches.open('kept')).put(url, answer);
    const kept = (url) => caches.match(url);`,
  'its own memory': `
    const answers = new Map();
    const keep = async (url, answer) => answers.set(url, await answer.text());
    const kept = async (url) => answers.has(url) ? new Response(answers.get(url)) : undefined;`,
} as const satisfies Record<string, string>;

const worker = (keeping: string): string => `${keeping}
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  const answer = async (request) => {
    const known = await kept(request.url);
    if (known) return known;
    const fresh = await fetch(request);
    if (fresh.ok && request.url.includes('/c/')) await keep(request.url, fresh.clone());
    return fresh;
  };
  addEventListener('fetch', (event) => event.respondWith(answer(event.request)));`;

for (const [where, keeping] of Object.entries(KEEPING)) {
  test(`what a service worker has kept in ${where} is found when the server refuses it`, async ({
    page,
    product,
  }) => {
    let signedIn = true;
    const origin = await product((response, { url }) => {
      response.setHeader('cache-control', 'no-store');
      if (url === '/worker.js') {
        response.setHeader('content-type', 'text/javascript').end(worker(keeping));
      } else if (url?.startsWith('/c/')) {
        if (!signedIn) response.writeHead(401);
        response.end(signedIn ? SAID : 'no');
      } else response.setHeader('content-type', 'text/html').end('<p>Hello');
    });
    const address = `${origin}/c/1`;
    await page.goto(origin);
    const found = async (): Promise<string[]> =>
      [...(await readCacheStorage(page)), ...(await readHttpCache(page, [address]))]
        .map(({ content }) => content)
        .filter((content) => content === SAID);
    expect(await askFor(page, address)).toBe(SAID);
    expect(await found()).toEqual([]);

    await page.evaluate(async () => {
      const { serviceWorker } = navigator;
      const taken = new Promise((resolve) => (serviceWorker.oncontrollerchange = resolve));
      await serviceWorker.register('/worker.js');
      await taken;
    });
    expect(await askFor(page, address)).toBe(SAID);
    signedIn = false;
    await page.goto(`${origin}/login`);

    expect(await found()).not.toEqual([]);
  });
}

function askFor(page: Page, address: string): Promise<string> {
  return page.evaluate(async (url) => (await fetch(url)).text(), address);
}
