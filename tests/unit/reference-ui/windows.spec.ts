import { expect, test } from './harbour-test.ts';

test('a conversation is shown beside, and what is said there is sent by the page that opened it', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ mechanism: 'token' }));
  await tab.say('hello');
  const opening = tab.page.waitForEvent('popup');
  await tab.openConversationMenu('Open beside');
  const beside = await opening;
  await expect(tab.page.getByText('“hello” is open beside this.')).toBeVisible();

  const sent = tab.page.waitForRequest((request) => request.url().endsWith('/messages'));
  const box = beside.getByRole('textbox', { name: 'Message' });
  await box.fill('table');
  await box.press('Enter');
  await sent;
  await expect(box).toHaveValue('');
  await expect(beside.getByRole('log').getByRole('article', { name: 'You' })).toHaveCount(2);
});

test('who has forgotten her password is told the same whoever she is', async ({
  start,
  openTab,
}) => {
  const tab = await openTab(await start({ mechanism: 'cookie' }));
  for (const name of ['alice', 'nobody at all']) {
    await tab.goto('/login');
    await tab.link('Forgot your password?').click();
    await expect(tab.page).toHaveTitle('New password · Harbour');
    await tab.page.getByRole('textbox', { name: 'Username' }).fill(name);
    await tab.button('Send me a link').click();
    await expect(tab.page.getByRole('status')).toContainText('If there is an account');
  }
});
