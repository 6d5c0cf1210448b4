import { expect, test } from '@playwright/test';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { holdingRequests } from '../../../fixtures/people/held-requests.ts';
import { TrafficTap } from '../../../fixtures/traffic/tap.ts';
import { Vault } from '../../../fixtures/redaction/vault.ts';

test('what a page asks for waits until the other has done what must not be done twice at once', async ({
  context,
  page,
}) => {
  const tap = new TrafficTap(context, new Vault());
  const happened: string[] = [];
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await context.route('http://product.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/earlier') await slow;
    happened.push(pathname);
    await route.fulfill({ contentType: 'text/html', body: '<p>here</p>' });
  });
  await page.goto('http://product.test/page');
  const ask = (path: string): Promise<void> => page.evaluate((asked) => void fetch(asked), path);
  await ask('/earlier');
  await expect.poll(() => tap.busySince(0)).toBe(true);

  const held = holdingRequests(context, tap, renewal(), async () => {
    const asked = page.waitForRequest('**/later');
    await ask('/later');
    await asked;
    happened.push('the other');
  });
  answer();
  await held;

  await expect.poll(() => happened).toContain('/later');
  expect(happened).toEqual(['/page', '/earlier', 'the other', '/later']);
});

test('what a page asks for while its requests begin to be held is answered first, or waits', async ({
  context,
  page,
}) => {
  const tap = new TrafficTap(context, new Vault());
  const happened: string[] = [];
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await context.route('http://product.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/renewal') {
      happened.push('renewal asked for');
      await slow;
      happened.push('renewal answered');
    }
    await route.fulfill({ contentType: 'text/html', body: '<p>here</p>' });
  });
  await page.goto('http://product.test/page');
  const route = context.route.bind(context);
  context.route = async (...how) => {
    await page.evaluate(() => void fetch('/renewal', { method: 'POST' }));
    return route(...how);
  };

  const held = holdingRequests(context, tap, renewal(), async () => {
    happened.push('the other');
    return Promise.resolve();
  });
  await expect.poll(() => tap.busySince(0)).toBe(true);
  answer();
  await held;

  await expect.poll(() => happened).toContain('renewal answered');
  expect(happened).toHaveLength(3);
  expect(happened[1]).not.toBe('the other');
});

const renewal = (): Exchange => ({
  order: 0,
  startedAt: 0,
  method: 'POST',
  url: 'http://product.test/renewal',
  resourceType: 'fetch',
  requestHeaders: [],
  status: 200,
  responseHeaders: [],
});
