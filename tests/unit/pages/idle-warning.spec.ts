import { expect, test } from '@playwright/test';
import { IdleDialog } from '../../../pages/idle-dialog.ts';
import { IdleWarning } from '../../../pages/idle-warning.ts';

const PAGE = `<p role="status">Session 12 of 40</p><main></main>`;
const ASK = `<div role="dialog">Bist du da?<button onclick="document.title = 'stays'">Ja</button></div>`;
const STAY = ASK.replace('Ja', 'Still here');

for (const [what, html, text] of [
  ['a dialog, whatever its language', ASK, 'Bist du da?Ja'],
  ['a line that speaks of the session', '<p role="alert">You will be signed out soon</p>', 'soon'],
] as const) {
  test(`a warning is ${what}`, async ({ page }) => {
    await page.setContent(PAGE);
    const warning = await IdleWarning.begin(page);
    expect(await warning.text()).toBeUndefined();
    await page.locator('main').evaluate((main, added) => (main.innerHTML = added), html);
    expect(await warning.text()).toContain(text);
  });
}

test('other news, numbers that go on, and what nobody sees are no warning', async ({ page }) => {
  await page.setContent(PAGE);
  const warning = await IdleWarning.begin(page);
  const news = '<p role="status">Reconnected</p><div role="dialog" hidden>Are you there?</div>';
  await page.setContent(PAGE.replace('12', '13') + news);
  expect(await warning.text()).toBeUndefined();
});

test('a warning is answered by its button, or by a sign of life', async ({ page }) => {
  await page.setContent(PAGE + STAY);
  const dialog = new IdleDialog(page);
  await dialog.answerWhenInTheWay();
  await dialog.leaveUnanswered();
  const warning = await IdleWarning.begin(page);
  expect(await warning.answer()).toBe('the button “Still here”');
  await expect(page).toHaveTitle('stays');

  await page.setContent(
    `${ASK}<script>addEventListener('keydown', () => (document.title = 'alive'))</script>`,
  );
  expect(await warning.answer()).toBe('a movement of the mouse and a key');
  await expect(page).toHaveTitle('alive');
});

test('a question that nobody is there to answer is left alone by what waits', async ({ page }) => {
  await page.setContent(PAGE + STAY);
  const dialog = new IdleDialog(page);
  await dialog.answerWhenInTheWay();
  await dialog.leaveUnanswered();
  expect(await page.locator('main').innerHTML()).toBe('');
  await expect(page).toHaveTitle('');
});
