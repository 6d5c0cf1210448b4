import { expect, test } from '@playwright/test';
import { NameForm } from '../../../pages/name-form.ts';

const field = (label: string, more = ''): string =>
  `<label>${label} <input value=Ann ${more}></label>`;
const form = (content: string): string =>
  `<form onsubmit="document.title = this.querySelector('input').value; return false">${content}</form>`;

for (const label of ['Display name', 'Name', 'Your name', 'Full name', 'Nickname', 'Anzeigename']) {
  test(`“${label}” is the name of a person`, async ({ page }) => {
    await page.setContent(form(field(label)));
    const names = new NameForm(page);
    expect(await names.isThere()).toBe(true);
    expect(await names.name()).toBe('Ann');
  });
}

for (const other of ['User name', 'Username', 'File name', 'Company name', 'Name of the chat']) {
  test(`“${other}” is another name`, async ({ page }) => {
    await page.setContent(form(field(other)));
    expect(await new NameForm(page).isThere()).toBeUndefined();
  });
}

test('a name that cannot be changed is no field', async ({ page }) => {
  await page.setContent(form(field('Display name', 'readonly')));
  expect(await new NameForm(page).isThere()).toBeUndefined();
});

test('the form’s own button saves, and Enter where there is none', async ({ page }) => {
  const others = `<main>${form('<button>Save settings</button>')}</main>`;
  for (const button of ['<button>Update</button>', '']) {
    await page.setContent(`${others}${form(`${field('Display name')}${button}`)}`);
    await new NameForm(page).save(`Bea${button.length}`);
    await expect(page).toHaveTitle(`Bea${button.length}`);
  }
});
