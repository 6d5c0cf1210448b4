import { expect, test } from '@playwright/test';
import { IdleDialog } from '../../../pages/idle-dialog.ts';

const BEHIND = `<button onclick="document.title = 'used'">Use</button>`;
const ASK = (button: string): string =>
  `<div role="dialog" style="position: fixed; inset: 0">${button}</div>`;

test('the question is answered where it stands in the way', async ({ page }) => {
  const stay = `<button onclick="this.parentElement.remove()">Stay signed in</button>`;
  await page.setContent(BEHIND + ASK(stay));
  await new IdleDialog(page).answerWhenInTheWay();
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page).toHaveTitle('used');
});

test('a question that goes away before it is answered is no fault', async ({ page }) => {
  const covered = `<button style="pointer-events: none">Stay signed in</button>
    <script>setTimeout(() => document.querySelector('[role=dialog]').remove(), 300)</script>`;
  await page.setContent(BEHIND + ASK(covered));
  await new IdleDialog(page).answerWhenInTheWay();
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page).toHaveTitle('used');
});

for (const words of ['Angemeldet bleiben', 'Sitzung verlängern', 'Ja, ich bin noch da']) {
  test(`the question is answered by “${words}”`, async ({ page }) => {
    await page.setContent(ASK(`<button>Jetzt abmelden</button><button>${words}</button>`));
    await expect(new IdleDialog(page).stay).toHaveText(words);
  });
}
