import { type BrowserContext, expect, test as base } from '@playwright/test';
import { holdingRequests } from '../../../fixtures/people/held-requests.ts';
import { TrafficTap } from '../../../fixtures/traffic/tap.ts';
import { Vault } from '../../../fixtures/redaction/vault.ts';
import { requestOf } from '../replay/product-test.ts';

const RENEWAL = requestOf('http://product.test/renewal', { method: 'POST' });

interface Fixtures {
  tap: TrafficTap;
  /** What was asked for and answered by the product, and what the tests note down. */
  happened: string[];
  /** Has the product answer `/slow` and `/renewal`, which wait for this. */
  answer: () => void;
}

const test = base.extend<Fixtures>({
  tap: async ({ context }, use) => use(new TrafficTap(context, new Vault())),
  happened: async ({}, use) => use([]),
  answer: async ({ context, page, tap, happened }, use) => {
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await product(context, happened, slow);
    await page.goto('http://product.test/page');
    expect(tap.mark).toBe(1);
    await use(answer);
  },
});

async function product(context: BrowserContext, happened: string[], slow: Promise<void>) {
  await context.route('http://product.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (['/slow', '/renewal'].includes(pathname)) {
      happened.push(`${pathname} asked for`);
      await slow;
    }
    happened.push(pathname);
    await route.fulfill({ contentType: 'text/html', body: '<p>here</p>' });
  });
}

test('what a page asks for waits until the other has done what must not be done twice at once', async ({
  context,
  page,
  tap,
  happened,
  answer,
}) => {
  const ask = (path: string): Promise<void> => page.evaluate((asked) => void fetch(asked), path);
  await ask('/slow');
  await expect.poll(() => tap.busySince(0)).toBe(true);

  const held = holdingRequests(context, tap, RENEWAL, async () => {
    const asked = page.waitForRequest('**/later');
    await ask('/later');
    await asked;
    happened.push('the other');
  });
  answer();
  await held;

  await expect.poll(() => happened).toContain('/later');
  expect(happened).toEqual(['/page', '/slow asked for', '/slow', 'the other', '/later']);
});

test('what a page asks for while its requests begin to be held is answered first, or waits', async ({
  context,
  page,
  tap,
  happened,
  answer,
}) => {
  const route = context.route.bind(context);
  context.route = async (...how) => {
    await page.evaluate(() => void fetch('/renewal', { method: 'POST' }));
    return route(...how);
  };

  const held = holdingRequests(context, tap, RENEWAL, () => {
    happened.push('the other');
    return Promise.resolve();
  });
  await expect.poll(() => tap.busySince(0)).toBe(true);
  answer();
  await held;

  await expect.poll(() => happened).toContain('/renewal');
  expect(happened).toHaveLength(4);
  // Not while the page's own is under way.
  expect(happened[2]).not.toBe('the other');
});
