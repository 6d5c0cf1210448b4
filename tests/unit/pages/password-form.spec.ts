import { expect, test } from '@playwright/test';
import { newPasswordForm } from '../../../pages/password-form.ts';

const FIELDS =
  '<label>Old <input type=password></label><label>New <input type=password></label><button>Save</button>';
const box = (label: string, attributes = ''): string =>
  `<label><input type=checkbox ${attributes}> ${label}</label>`;

for (const label of [
  'Sign out other devices',
  'Log me out of all other sessions',
  'Also sign out everywhere else',
  'End all other sessions',
]) {
  test(`“${label}” is ticked`, async ({ page }) => {
    await page.setContent(`<form>${FIELDS}${box(label)}</form>`);
    await newPasswordForm(page).endOtherSessions();
    await expect(page.getByRole('checkbox')).toBeChecked();
  });
}

test('A switch is turned on, and what is on already stays so', async ({ page }) => {
  const turn = `this.setAttribute('aria-checked', this.getAttribute('aria-checked') !== 'true')`;
  const button = `<button type=button role=switch aria-checked=false onclick="${turn}">Sign out of all devices</button>`;
  await page.setContent(`<form>${FIELDS}${button}${box('End other sessions', 'checked')}</form>`);
  await newPasswordForm(page).endOtherSessions();
  await expect(page.getByRole('switch')).toBeChecked();
  await expect(page.getByRole('checkbox')).toBeChecked();
});

test('Nothing else is ticked', async ({ page }) => {
  const others = ['Show the password', 'Stay signed in on all other devices', 'Remember me'];
  const elsewhere = box('Log out of all sessions after an hour');
  await page.setContent(
    `<form>${FIELDS}${others.map((label) => box(label)).join('')}</form>${elsewhere}`,
  );
  await newPasswordForm(page).endOtherSessions();
  await expect(page.locator(':checked')).toHaveCount(0);
});

for (const words of ['Passwort ändern', 'Wachtwoord wijzigen']) {
  test(`“${words}” sends the form of the password, beside one that is saved`, async ({ page }) => {
    const says = (name: string): string =>
      `onsubmit="event.preventDefault(); document.title = '${name}'"`;
    await page.setContent(`<form ${says('name')}><input><button>Speichern</button></form>
      <form ${says('password')}><input type="password"><input type="password"><button>${words}</button></form>`);
    await newPasswordForm(page).submit();
    await expect(page).toHaveTitle('password');
  });
}
