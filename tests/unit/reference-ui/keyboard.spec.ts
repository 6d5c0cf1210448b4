import { expect, test } from './harbour-test.ts';

test('the whole way is gone with the keyboard alone', async ({ start, openTab }) => {
  const chatbot = await start();
  const tab = await openTab(chatbot);
  const { keyboard } = tab.page;
  const { username, password } = chatbot.people.alice;
  await tab.goto('/login');
  await expect(tab.page.getByLabel('Username')).toBeFocused();

  await keyboard.type(username);
  await keyboard.press('Tab');
  await keyboard.insertText(password.reveal());
  await keyboard.press('Enter');
  await expect(tab.composer).toBeFocused();

  await keyboard.type('one line');
  await keyboard.press('Shift+Enter');
  await keyboard.type('and another');
  await keyboard.press('Enter');
  await expect(tab.replies).toContainText('and another');
  await expect(tab.ownMessages.getByText('one line\nand another')).toBeVisible();
  await expect(tab.composer).toBeFocused();

  await test.step('menu: opens, wraps round, and gives the focus back', async () => {
    const options = tab.button('Conversation options');
    await options.focus();
    await keyboard.press('ArrowDown');
    await expect(tab.menuItem('Rename')).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(tab.menuItem('Delete')).toBeFocused();
    await keyboard.press('Escape');
    await expect(options).toBeFocused();
  });

  await test.step('dialog: holds the focus, and gives it back', async () => {
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    const dialog = tab.page.getByRole('dialog', { name: 'Rename conversation' });
    await expect(dialog.getByLabel('Title')).toBeFocused();
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(tab.button('Conversation options')).toBeFocused();
  });

  await test.step('share dialog: the focus follows what appears', async () => {
    await tab.button('Share').focus();
    await keyboard.press('Enter');
    await expect(tab.button('Create link')).toBeFocused();
    await keyboard.press('Enter');
    await expect(tab.page.getByLabel('Link')).toBeFocused();
    await tab.button('Stop sharing').focus();
    await keyboard.press('Enter');
    await expect(tab.button('Create link')).toBeFocused();
    await keyboard.press('Escape');
    await expect(tab.button('Share')).toBeFocused();
  });

  await test.step('from the list into the account and out', async () => {
    await tab.button('New conversation').focus();
    await keyboard.press('Enter');
    await expect(tab.composer).toBeFocused();
    await tab.page.getByRole('button', { name: 'account menu' }).focus();
    await keyboard.press('Enter');
    await expect(tab.menuItem('Account')).toBeFocused();
    await keyboard.press('Enter');
    await expect(tab.heading).toHaveText('Account');
    await expect(tab.heading).toBeFocused();
    await tab.page.getByRole('button', { name: 'account menu' }).focus();
    await keyboard.press('Enter');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await expect(tab.page.getByLabel('Username')).toBeFocused();
  });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 400, height: 800 } });

  test('the drawer takes the focus, and gives it back', async ({ start, signIn }) => {
    const tab = await signIn(await start());
    await expect(tab.heading).toBeFocused();
    const opener = tab.button('Open conversations');
    await expect(tab.button('New conversation')).toBeHidden();

    await opener.focus();
    await tab.page.keyboard.press('Enter');
    await expect(tab.button('Close conversations')).toBeFocused();
    await tab.page.getByRole('button', { name: 'account menu' }).focus();
    await tab.page.keyboard.press('Enter');
    await tab.page.keyboard.press('Escape');
    await expect(tab.button('New conversation')).toBeVisible();
    await tab.page.keyboard.press('Escape');

    await expect(opener).toBeFocused();
    await expect(tab.button('New conversation')).toBeHidden();
  });
});
