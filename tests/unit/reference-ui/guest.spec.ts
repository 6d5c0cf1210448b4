import { MECHANISMS } from '../../../targets/reference/settings.ts';
import { expect, test } from './harbour-test.ts';

/** Milliseconds between two pieces of a reply, so that there is time to do something meanwhile. */
const SLOW = 20;
const TRY = 'Try it without an account';
const KEEP = 'Sign in to keep this conversation';

for (const mechanism of MECHANISMS) {
  test.describe(`${mechanism} sessions`, () => {
    test('what a guest has said comes along when she signs in', async ({ start, openTab }) => {
      const chatbot = await start({ mechanism });
      const tab = await openTab(chatbot);
      await tab.goto('/');
      await tab.link(TRY).click();
      await expect(tab.page).toHaveURL(`${chatbot.origin}/try`);
      await expect(tab.page).toHaveTitle('Try Harbour');
      await tab.say('hello');
      await tab.page.reload();
      await expect(tab.ownMessages).toHaveText(/^hello/);
      await expect(tab.replies).toContainText('I am Harbour');

      await tab.link(KEEP).click();
      await expect(tab.page).toHaveURL(`${chatbot.origin}/login`);
      await tab.enterCredentials('alice');

      await expect(tab.page).toHaveURL(/\/c\/[\w-]{22}$/);
      await expect(tab.heading).toHaveText('hello');
      await expect(tab.replies).toContainText('I am Harbour');
      await expect(tab.entry('hello')).toBeVisible();
      const names = (await tab.page.context().cookies()).map(({ name }) => name);
      expect(names).not.toContain('__Host-guest');
      await tab.say('table');
      await tab.signOut();
      await tab.link(TRY).click();
      await expect(tab.log).toContainText('What is on your mind?');
    });

    test('whoever is signed in has no need of the guest’s chat', async ({
      start,
      signIn,
      openTab,
    }) => {
      const chatbot = await start({ mechanism });
      const other = await openTab(chatbot);
      await other.goto('/try');
      await other.say('hello');
      const tab = await signIn(chatbot);

      await expect(other.page).toHaveURL(`${chatbot.origin}/`);
      await expect(other.entry('hello')).toBeVisible();
      await tab.goto('/try');
      await expect(tab.page).toHaveURL(`${chatbot.origin}/`);
      await expect(tab.heading).toContainText('Alice');
    });

    test('signing in while a reply is being written keeps what there is of it', async ({
      start,
      openTab,
    }) => {
      const tab = await openTab(await start({ mechanism, replyPauseMs: SLOW }));
      await tab.goto('/try');
      await tab.send('story');
      await expect(tab.replies).toContainText('The boat left');
      await expect(tab.replies).toHaveAttribute('aria-busy', 'true');

      await tab.link(KEEP).click();
      await tab.enterCredentials('alice');

      await expect(tab.heading).toHaveText('story');
      await expect(tab.ownMessages).toHaveCount(1);
      await expect(tab.replies).toContainText('The boat left');
      await expect(tab.replies).toHaveAttribute('aria-busy', 'false');
    });
  });
}

test('where one was on the way to goes before what was said as a guest', async ({
  start,
  openTab,
}) => {
  const tab = await openTab(await start());
  await tab.goto('/try');
  await tab.say('hello');

  await tab.goto('/account');
  await tab.enterCredentials('alice');

  await expect(tab.heading).toHaveText('Account');
  await expect(tab.entry('hello')).toBeVisible();
});

test('a guest needs no mouse', async ({ start, openTab }) => {
  const tab = await openTab(await start());
  const { keyboard } = tab.page;
  await tab.goto('/login');
  await tab.link(TRY).focus();
  await keyboard.press('Enter');
  await expect(tab.composer).toBeFocused();

  await keyboard.type('one line');
  await keyboard.press('Shift+Enter');
  await keyboard.type('and another');
  await keyboard.press('Enter');

  await expect(tab.replies).toContainText('and another');
  await expect(tab.ownMessages.getByText('one line\nand another')).toBeVisible();
  await expect(tab.composer).toBeFocused();
  await tab.link(KEEP).focus();
  await keyboard.press('Enter');
  await expect(tab.page.getByLabel('Username')).toBeFocused();
});

test('a reply to a guest is stopped, and what could not be sent is sent at the second try', async ({
  start,
  openTab,
  context,
}) => {
  const tab = await openTab(await start({ replyPauseMs: SLOW }));
  await tab.goto('/try');
  await tab.send('story');
  await expect(tab.replies).toContainText('The boat left');
  await tab.button('Stop').click();
  await expect(tab.replies).toHaveAttribute('aria-busy', 'false');

  await context.setOffline(true);
  await tab.send('Are you there?');
  await expect(tab.log.getByRole('alert')).toContainText('Not sent. Harbour cannot be reached.');
  await context.setOffline(false);
  await tab.button('Try again').click();

  await expect(tab.replies.last()).toContainText('You said: “Are you there?”');
  await expect(tab.ownMessages).toHaveCount(2);
});
