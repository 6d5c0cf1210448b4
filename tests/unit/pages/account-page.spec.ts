import { Secret } from '../../../checks/secret.ts';
import { AccountPage } from '../../../pages/account-page.ts';
import { asTarget, test as littleTest } from '../endings/little-product.ts';
import type { HarbourTab } from '../reference-ui/harbour-tab.ts';
import { expect, test } from '../reference-ui/harbour-test.ts';

const accountOf = ({ page, chatbot }: HarbourTab): AccountPage =>
  new AccountPage(page, chatbot, chatbot.people.alice);

test('Another device is signed out from the list, and this one stays', async ({
  start,
  signIn,
  openTab,
  otherDevice,
}) => {
  const tab = await signIn(await start());
  const other = await openTab(tab.chatbot, await otherDevice());
  await other.signIn();
  const account = accountOf(tab);

  expect(await account.findOtherSessions()).toBe(true);
  expect(await account.endOtherSession()).toBe(true);

  await expect(other.signInHeading).toBeVisible();
  await tab.page.reload();
  await expect(tab.heading).toHaveText('Account');
});

test('“Sign out everywhere” is found on the account’s page, and confirmed', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start());

  expect(await accountOf(tab).signOutEverywhere()).toBe(true);

  await expect(tab.signInHeading).toBeVisible();
});

test('The password is changed and changed back', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  const account = accountOf(tab);
  const { password } = tab.chatbot.people.alice;
  const next = new Secret('a new password 7');

  expect(await account.changePassword(password, next)).toBe(true);
  await expect(tab.page.getByText('Password changed.')).toBeVisible();
  expect(await account.changePassword(next, password)).toBe(true);
  await expect(tab.page.getByLabel('Current password')).toHaveValue('');
});

test('Where nobody is signed in, nothing of an account is found', async ({ start, openTab }) => {
  const tab = await openTab(await start());
  await tab.goto('/login');
  const account = accountOf(tab);

  expect(await account.findSignOutEverywhere()).toBe(false);
  expect(await account.findOtherSessions()).toBe(false);
  expect(await account.open()).toBe(false);
});

const menuOf = (items: string): string => `<meta charset=utf-8><main>Hallo</main>
  <details><summary aria-label="Konto von Alice">A</summary>${items}</details>`;

littleTest(
  'What stands in the menu of the account itself is found there',
  async ({ openProduct }) => {
    const { page } = await openProduct({
      '/': menuOf(
        '<a href="/passwort/bearbeiten">Passwort ändern</a><a href="/geraete">Angemeldete Geräte</a>',
      ),
      '/geraete': menuOf('<a href="/passwort/bearbeiten">Passwort ändern</a>'),
      '/passwort/bearbeiten': '<form><input type=password><input type=password></form>',
    });
    const target = asTarget(page.url());

    expect(await new AccountPage(page, target, target.people.alice).findPasswordForm()).toBe(true);
  },
);
