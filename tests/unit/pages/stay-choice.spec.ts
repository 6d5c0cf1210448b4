import { expect, test } from '@playwright/test';
import { StayChoice } from '../../../pages/stay-choice.ts';

const box = (label: string, attributes = ''): string =>
  `<label><input type=checkbox ${attributes}> ${label}</label>`;

for (const label of [
  'Remember me',
  'Keep me signed in on this device',
  'Keep me logged in for 30 days',
  'Stay signed in',
  'Remember this device',
  'Angemeldet bleiben',
]) {
  test(`“${label}” is what it asks for`, async ({ page }) => {
    await page.setContent(box(label));
    expect(await new StayChoice(page).make(true)).toEqual({ label, tickedByDefault: false });
    await expect(page.getByRole('checkbox')).toBeChecked();
  });
}

for (const label of [
  'Remember my username',
  'Remember e-mail',
  'I accept the terms',
  'Show password',
]) {
  test(`“${label}” is something else`, async ({ page }) => {
    await page.setContent(box(label));
    expect(await new StayChoice(page).make(true)).toBeUndefined();
    await expect(page.getByRole('checkbox')).not.toBeChecked();
  });
}

test('A box that is ticked by default is unticked', async ({ page }) => {
  await page.setContent(box('Remember me', 'checked'));
  const offer = await new StayChoice(page).make(false);
  expect(offer).toEqual({ label: 'Remember me', tickedByDefault: true });
  await expect(page.getByRole('checkbox')).not.toBeChecked();
});

test('A switch, and a box of which only the label can be seen', async ({ page }) => {
  const turn = `this.setAttribute('aria-checked', this.getAttribute('aria-checked') !== 'true')`;
  await page.setContent(
    `<button role=switch aria-checked=true onclick="${turn}">Remember me</button>`,
  );
  await new StayChoice(page).make(false);
  await expect(page.getByRole('switch')).not.toBeChecked();
  await page.setContent(box('Remember me', 'style="display: none"'));
  await new StayChoice(page).make(true);
  expect(await page.evaluate(() => document.querySelector('input')?.checked)).toBe(true);
});

test('A box that cannot be unticked leaves the question open', async ({ page }) => {
  await page.setContent(box('Remember me', 'checked onclick="return false"'));
  await expect(new StayChoice(page).make(false)).rejects.toThrow('could not be unticked');
});
