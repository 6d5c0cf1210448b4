import { readHttpCache } from '../../../fixtures/browser/stores.ts';
import { expect, test } from './little-product.ts';

test('the HTTP cache is read without a connection, too', async ({ openProduct }) => {
  const { context, page } = await openProduct({ '/': 'here', '/kept': 'what was said' });
  const address = new URL('/kept', page.url()).href;
  expect(await readHttpCache(page, [address])).toEqual([]);
  await page.evaluate(async (url) => (await fetch(url)).text(), address);

  await context.setOffline(true);

  const held = await readHttpCache(page, [address]);
  expect(held.map(({ content }) => content).join()).toContain('what was said');
});
