import { expect, test } from '@playwright/test';
import { anyHolds } from '../../../fixtures/intrusion/look-at-address.ts';

const WORD = 'kxq7v2m9d4t8w1z5b3c6';

test('what a component keeps in a root of its own is held by its page', async ({ page }) => {
  await page.setContent('<main></main>');
  expect(await anyHolds(page.frames(), WORD)).toBe(false);
  await page.locator('main').evaluate((main, word) => {
    const inner = document.createElement('section');
    main.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(word);
  }, WORD);
  expect(await anyHolds(page.frames(), WORD)).toBe(true);
});
