import { Secret } from '../../../checks/secret.ts';
import { MECHANISMS } from '../../../targets/reference/settings.ts';
import type { HarbourTab } from './harbour-tab.ts';
import { expect, test } from './harbour-test.ts';

async function openAccount(tab: HarbourTab): Promise<void> {
  await tab.openAccountMenu();
  await tab.menuItem('Account').click();
  await expect(tab.heading).toHaveText('Account');
}

test('a new display name shows at once', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  await openAccount(tab);

  await tab.page.getByLabel('Display name').fill('Alice Archer');
  await tab.button('Save name').click();

  await expect(tab.button('Alice Archer, account menu')).toBeVisible();
  await expect(tab.page.getByText('Name saved.')).toBeVisible();
});

for (const mechanism of MECHANISMS) {
  test(`a new password ends the other sessions and keeps this one (${mechanism})`, async ({
    start,
    signIn,
    openTab,
    otherDevice,
  }) => {
    const chatbot = await start({ mechanism });
    const tab = await signIn(chatbot);
    const secondTab = await openTab(chatbot);
    await secondTab.goto('/');
    const device = await openTab(chatbot, await otherDevice());
    await device.signIn();
    await openAccount(tab);
    const next = new Secret('a whole new password');

    await tab.page.getByLabel('Current password').fill('not this one');
    await tab.page.getByLabel('New password', { exact: true }).fill(next.reveal());
    await tab.page.getByLabel('New password, again').fill(next.reveal());
    await tab.button('Change password').click();
    await expect(tab.page.getByText('That is not your current password.')).toBeVisible();
    await tab.page.getByLabel('Current password').fill(chatbot.people.alice.password.reveal());
    await tab.button('Change password').click();

    await expect(tab.page.getByText('Password changed.')).toBeVisible();
    await expect(device.page.getByText('ended from another device')).toBeVisible();
    await tab.page.reload();
    await expect(tab.heading).toHaveText('Account');
    await secondTab.say('still here');
  });
}

test('a session is ended from another device', async ({ start, signIn, openTab, otherDevice }) => {
  const chatbot = await start();
  const tab = await signIn(chatbot);
  const device = await openTab(chatbot, await otherDevice());
  await device.signIn();
  await openAccount(tab);
  await expect(tab.page.getByText('This device')).toHaveCount(1);

  await tab.button('End session').click();

  await expect(tab.button('End session')).toHaveCount(0);
  await expect(device.page.getByText('ended from another device')).toBeVisible();
});

test('sign-out everywhere ends every session after a question', async ({
  start,
  signIn,
  openTab,
  otherDevice,
}) => {
  const chatbot = await start();
  const tab = await signIn(chatbot);
  const device = await openTab(chatbot, await otherDevice());
  await device.signIn();
  await openAccount(tab);

  await tab.button('Sign out everywhere').click();
  const question = tab.page.getByRole('dialog', { name: 'Sign out everywhere?' });
  await question.getByRole('button', { name: 'Sign out everywhere' }).click();

  await expect(tab.signInHeading).toBeVisible();
  await expect(device.signInHeading).toBeVisible();
});
