import { AnswerControls } from '../../../pages/answer-controls.ts';
import type { RunningTarget } from '../../../targets/target.ts';
import { asTarget } from '../endings/little-product.ts';
import { expect, test } from '@playwright/test';

const clicked = `onclick="document.title = this.getAttribute('aria-label') ?? this.textContent"`;
const OTHERS = `<nav><button ${clicked}>How to stop, and try again</button></nav>
  <button ${clicked}>Stop sharing</button><button ${clicked}>Send</button>`;
const product: RunningTarget = asTarget('http://localhost');

for (const name of ['Stop generating', 'stop_circle', 'Antwort stoppen', 'Arrêter', 'Cancel']) {
  test(`an answer is stopped by “${name}”`, async ({ page }) => {
    await page.setContent(`${OTHERS}<button aria-label="${name}" ${clicked}>■</button>`);
    expect(await new AnswerControls(page, product).stop()).toBe(true);
    await expect(page).toHaveTitle(name);
  });
}

for (const name of ['Regenerate', 'Try again', 'Retry response', 'refresh Neu generieren']) {
  test(`the last answer is written once more by “${name}”`, async ({ page }) => {
    const answer = (title: string): string => `<style>article:not(:hover) button { display: none }
      </style><article><p>word</p><button title="${title}" ${clicked}>${name}</button></article>`;
    await page.setContent(`${OTHERS}${answer('one')}<script>addEventListener('click', (event) =>
      (document.body.dataset.title = event.target.title))</script>${answer('two')}`);
    expect(await new AnswerControls(page, product).regenerate('word')).toBe(true);
    await expect(page.locator('body')).toHaveAttribute('data-title', 'two');
  });
}

test('what a page does not offer is not found, and nothing else is clicked', async ({ page }) => {
  await page.setContent(`<title>untouched</title>${OTHERS}<p>word</p>`);
  const answers = new AnswerControls(page, product);
  expect(await answers.stop()).toBe(false);
  expect(await answers.regenerate('word')).toBe(false);
  await expect(page).toHaveTitle('untouched');
});
