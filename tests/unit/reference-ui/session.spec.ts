import { MECHANISMS } from '../../../targets/reference/settings.ts';
import type { HarbourTab } from './harbour-tab.ts';
import { expect, test } from './harbour-test.ts';

/** Nothing of the conversation is on the page, and nothing is kept in the browser. */
async function expectForgotten(tab: HarbourTab, words: string): Promise<void> {
  await expect(tab.signInHeading).toBeVisible();
  await expect(tab.page).toHaveURL(`${tab.chatbot.origin}/login`);
  await expect(tab.page).toHaveTitle('Sign in · Harbour');
  expect(await tab.page.content()).not.toContain(words);
  const kept = await tab.page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
  expect(kept).toEqual({});
}

for (const mechanism of MECHANISMS) {
  test.describe(`${mechanism} sessions`, () => {
    test('sign-out clears this tab and the other one', async ({ start, signIn, openTab }) => {
      const chatbot = await start({ mechanism });
      const tab = await signIn(chatbot);
      await tab.say('between us');
      const other = await openTab(chatbot);
      await other.goto(new URL(tab.page.url()).pathname);
      await expect(other.replies).toContainText('between us');
      await other.composer.fill('a secret draft');

      await tab.signOut();

      await expect(tab.page.getByText('You have signed out.')).toBeVisible();
      await expect(other.page.getByText('You have signed out.')).toBeVisible();
      for (const each of [tab, other]) await expectForgotten(each, 'between us');
      await other.page.reload();
      await expectForgotten(other, 'between us');
      await tab.page.goBack();
      await expectForgotten(tab, 'between us');
    });

    test('a deep link leads to its conversation after signing in', async ({ start, signIn }) => {
      const chatbot = await start({ mechanism });
      const tab = await signIn(chatbot);
      await tab.say('hello');
      const path = new URL(tab.page.url()).pathname;
      await tab.signOut();
      await tab.signInHeading.waitFor();

      await tab.goto(path);
      await tab.enterCredentials('alice');

      await expect(tab.replies).toContainText('I am Harbour');
      await expect(tab.page).toHaveURL(chatbot.origin + path);
    });

    test('the tabs of a browser load at the same moment and all stay signed in', async ({
      start,
      signIn,
      openTab,
    }) => {
      const chatbot = await start({ mechanism });
      const tabs = [await signIn(chatbot), await openTab(chatbot), await openTab(chatbot)];

      for (const path of ['/', '/account', '/']) {
        await Promise.all(tabs.map((tab) => tab.goto(path)));
        for (const tab of tabs) {
          await expect(tab.page.getByRole('button', { name: 'Alice, account menu' })).toBeVisible();
        }
      }
    });

    test('another person who signs in takes over every tab', async ({ start, signIn, openTab }) => {
      const chatbot = await start({ mechanism });
      const tab = await signIn(chatbot);
      await tab.say('for Alice only');
      await tab.page.context().clearCookies(); // a sign-out of which the tab hears nothing
      const other = await openTab(chatbot);
      await other.goto('/login');
      await other.enterCredentials('bob');

      await expect(tab.page.getByRole('button', { name: 'Bob, account menu' })).toBeVisible();
      expect(await tab.page.content()).not.toContain('for Alice only');
    });
  });
}

test('what was not sent when a session ended is there again for the same person', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start());
  await tab.say('hello');
  await tab.page.context().clearCookies();

  await tab.send('my long thought');

  await expect(tab.page.getByText('Your session has ended.')).toBeVisible();
  expect(await tab.page.content()).not.toContain('my long thought');
  await tab.enterCredentials('alice');
  await expect(tab.composer).toHaveValue('my long thought');
});

test('what was not sent when a session ended is nobody else’s', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  await tab.page.context().clearCookies();
  await tab.send('my long thought');
  await tab.signInHeading.waitFor();

  await tab.enterCredentials('bob');
  await expect(tab.composer).toHaveValue('');
  await tab.signOut();
  await tab.enterCredentials('alice');

  await expect(tab.composer).toHaveValue('');
});

test('sign-out reaches the other tab even while the live connection is down', async ({
  start,
  signIn,
  openTab,
}) => {
  const chatbot = await start({ flaw: 'logoutOnlyClearsTheCookie' });
  const tab = await signIn(chatbot);
  await tab.say('between us');
  const other = await openTab(chatbot);
  await other.page.routeWebSocket('**/api/live', (socket) => socket.close());
  await other.goto(new URL(tab.page.url()).pathname);
  await expect(other.replies).toContainText('between us');

  await tab.signOut();

  await expectForgotten(other, 'between us');
});

test('a wrong password is refused politely, and the field is emptied', async ({
  start,
  openTab,
}) => {
  const tab = await openTab(await start());
  await tab.goto('/login');
  await tab.page.getByLabel('Username').fill('alice');
  await tab.page.getByLabel('Password').fill('wrong');
  await tab.button('Sign in').click();

  await expect(tab.page.getByRole('alert')).toContainText('do not match');
  await expect(tab.page.getByLabel('Password')).toHaveValue('');
  await expect(tab.page.getByLabel('Password')).toBeFocused();
});

test('somebody else’s conversation and one that never was look the same', async ({
  start,
  signIn,
  openTab,
  otherDevice,
}) => {
  const chatbot = await start();
  const alice = await signIn(chatbot);
  await alice.say('for Alice only');
  const bob = await openTab(chatbot, await otherDevice());
  await bob.signIn('bob');

  await bob.goto(new URL(alice.page.url()).pathname);
  await expect(bob.heading).toHaveText('Not found');
  const foreign = await bob.page.getByRole('main').ariaSnapshot();
  await bob.goto('/c/nothing');

  await expect(bob.page.getByRole('main')).toMatchAriaSnapshot(foreign);
});
