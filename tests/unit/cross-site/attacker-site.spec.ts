import { expect, test } from '@playwright/test';
import { AttackerSite } from '../../../fixtures/cross-site/attacker-site.ts';
import { isHeardFrom } from '../../../fixtures/cross-site/hearing.ts';
import { ATTACKER_HOST } from '../../../fixtures/cross-site/attacker-host.ts';

let site: AttackerSite;

test.beforeEach(async () => {
  site = await AttackerSite.start();
});

test.afterEach(async () => {
  await site.close();
});

test('a browser opens the attacker’s site by its name, and as another site than the product’s', async ({
  context,
}) => {
  const page = await site.openIn(context);
  expect(new URL(page.url()).hostname).toBe(ATTACKER_HOST);
  await expect(page.getByText('Another site')).toBeVisible();
});

test('the site knows what was asked of it', async ({ context }) => {
  const page = await site.openIn(context);
  await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = resolve;
        image.src = address;
      }),
    `${site.origin}/picture-of-a-cat`,
  );
  expect(site.visitsWith('cat')).toEqual([{ method: 'GET', path: '/picture-of-a-cat' }]);
  expect(site.visitsWith('dog')).toEqual([]);
});

for (const product of ['http://product.example', 'https://product.example']) {
  test(`a page of ${product} that forbids nothing is heard`, async ({ browser }) => {
    expect(await isHeardFrom(product, site, browser)).toBe(true);
  });

  test(`a page of ${product} that may load nothing is not`, async ({ page }) => {
    await site.answerIn(page.context());
    const picture = `${site.originFor(product)}/cat.gif`;
    await page.route(`${product}/`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': "default-src 'none'" },
        body: `<!doctype html><img src="${picture}"><iframe src="${picture}"></iframe>`,
      }),
    );
    await page.goto(product);
    expect(site.visitsWith('cat')).toEqual([]);
  });
}

test('a browser that cannot reach it says what keeps it away', async ({ browser }) => {
  const context = await browser.newContext({ offline: true });
  await expect(site.openIn(context)).rejects.toThrow(/attacker\.localhost.*INTERNET_DISCONNECTED/);
  await context.close();
});
