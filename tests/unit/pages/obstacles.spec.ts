import { expect, test } from '@playwright/test';
import { answerConsent, leaveGreetings, pastGreetings } from '../../../pages/obstacles.ts';

const BEHIND = `<button onclick="document.title = 'used'">Use</button>`;
const OVER = 'style="position: fixed; inset: 0; background: white"';
const CLOSES = `onclick="document.body.dataset.answer = this.textContent; this.closest('[data-over]').remove()"`;

test('A banner over the page is answered with no, and what it covered is used', async ({
  page,
}) => {
  await page.setContent(
    `${BEHIND}<section ${OVER} data-over aria-label="Cookie consent">We value your privacy
      <button>Customise</button><button ${CLOSES}>Accept all</button><button ${CLOSES}>Reject all</button></section>`,
  );
  await answerConsent(page);
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page).toHaveTitle('used');
  await expect(page.locator('body')).toHaveAttribute('data-answer', 'Reject all');
});

test('A banner that only lets one agree is closed that way', async ({ page }) => {
  await page.setContent(
    `${BEHIND}<div ${OVER} data-over class="cookie-bar">Cookies!<button ${CLOSES}>Got it</button></div>`,
  );
  await answerConsent(page);
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page).toHaveTitle('used');
});

test('A dialog that asks for consent is known by its words, where no attribute says so', async ({
  page,
}) => {
  await page.setContent(
    `${BEHIND}<x-ask ${OVER} data-over><template><div role="dialog"><h2>We value your privacy</h2><p>We and others</p>
      <button>Accept all</button><button onclick="this.getRootNode().host.remove()">Reject all</button></div></template></x-ask>
      <script>const ask = document.querySelector('x-ask');
      ask.attachShadow({ mode: 'open' }).append(ask.querySelector('template').content);</script>`,
  );
  await answerConsent(page);
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page).toHaveTitle('used');
});

const TOUR = `<div ${OVER} data-over role="dialog" aria-label="Welcome">
    <h2 id="head">Welcome</h2><button id="next" onclick="
      document.title += '.';
      if (document.title === '...') this.closest('[data-over]').remove();
      else if (document.title === '..') this.textContent = 'Okay, let’s go';
    ">Next</button></div>`;

test('A tour of several pages is gone through, though it comes late', async ({ page }) => {
  await page.setContent(BEHIND);
  await pastGreetings(page, async () => {
    await page.evaluate((tour) => document.body.insertAdjacentHTML('beforeend', tour), TOUR);
    await page.getByRole('button', { name: 'Use' }).click();
  });
  await expect(page).toHaveTitle('used');
});

test('The shortest way out of a tour is taken', async ({ page }) => {
  await page.setContent(
    `<div role="dialog" data-over ${OVER}><button>Next</button><button ${CLOSES}>Skip tour</button></div>`,
  );
  await leaveGreetings(page);
  await expect(page.locator('body')).toHaveAttribute('data-answer', 'Skip tour');
});

test('A dialog that asks for something is left alone', async ({ page }) => {
  await page.setContent(
    `<div role="dialog" data-over ${OVER}>Delete?<button ${CLOSES}>Delete</button><button ${CLOSES}>Cancel</button></div>`,
  );
  await leaveGreetings(page);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('Once the action is over, dialogs are no longer left', async ({ page }) => {
  await page.setContent(BEHIND);
  await pastGreetings(page, () => page.getByRole('button', { name: 'Use' }).click());
  await page.evaluate(
    (dialog) => document.body.insertAdjacentHTML('beforeend', dialog),
    `<div role="dialog" aria-label="Share"><button>Copy link</button><button>Done</button></div>`,
  );
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});
