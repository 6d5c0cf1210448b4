import { expect } from '@playwright/test';
import type { Session } from '../../../fixtures/people/session.ts';
import { sweepBack, type Wanted } from '../../../fixtures/browser/sweep.ts';
import { newCanary } from '../../../fixtures/access/canary.ts';
import { test } from '../replay/product-test.ts';

const FORM = '<form method="post" action="/step"><button>Next</button></form>';

test('answers to forms that the browser did not keep are passed by on the way back', async ({
  page,
  product,
}) => {
  const canary = newCanary();
  const origin = await product((response, { url }) => {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    response.end(url === '/hers' ? `<p>${canary}</p>` : FORM);
  });
  await page.goto(`${origin}/hers`);
  await page.goto(`${origin}/sign-in`);
  for (const step of ['first', 'second']) {
    await page.evaluate((name) => (document.title = name), step);
    await page.getByRole('button').click();
    await page.waitForFunction((name) => document.title !== name, step);
  }
  await page.goto(`${origin}/next`);
  const wanted = { canary, credentials: [], cachedUrls: [], origin } as unknown as Wanted;
  const session = { page } as unknown as Session;
  // The sign-in page is the first that is shown again.
  expect(await sweepBack(session, wanted)).toEqual({ sightings: [], unread: [] });
  expect(page.url()).toBe(`${origin}/sign-in`);
});
