import type { HarbourTab } from './harbour-tab.ts';
import { expect, test } from './harbour-test.ts';

/** A person's idle limit is 30 minutes, and she is asked two minutes before it. The server's clock goes on as ever. */
const TO_THE_WARNING = '28:30';
const BEYOND_THE_LIMIT = '31:00';
const TIMED_OUT = 'because nothing happened for a while';

function warning(tab: HarbourTab) {
  return tab.page.getByRole('alertdialog', { name: 'Are you still there?' });
}

test('a person who answers the warning stays signed in, and it goes from every tab', async ({
  start,
  signIn,
  openTab,
  context,
}) => {
  await context.clock.install();
  const chatbot = await start();
  const tab = await signIn(chatbot);
  const other = await openTab(chatbot);
  await other.goto('/');
  await expect(other.composer).toBeVisible();

  await context.clock.fastForward(TO_THE_WARNING);
  await expect(warning(tab).getByRole('timer')).toHaveText(/^1:[23]\d$/);
  await expect(warning(other)).toBeVisible();
  await expect(tab.button('Stay signed in')).toBeFocused();
  await tab.button('Stay signed in').click();

  for (const each of [tab, other]) await expect(warning(each)).toBeHidden();
  await tab.say('still here');
});

test('a person who has gone away finds the sign-in page, and her way back', async ({
  start,
  signIn,
  context,
}) => {
  await context.clock.install();
  const chatbot = await start();
  const tab = await signIn(chatbot);
  await tab.say('between us');
  const path = new URL(tab.page.url()).pathname;

  const told = tab.page.waitForResponse('**/api/logout');
  await context.clock.fastForward(BEYOND_THE_LIMIT);

  await expect(tab.page.getByText(TIMED_OUT)).toBeVisible();
  expect(await tab.page.content()).not.toContain('between us');
  expect((await told).status()).toBe(204);
  await tab.enterCredentials('alice');
  await expect(tab.page).toHaveURL(chatbot.origin + path);
  await expect(tab.replies).toContainText('between us');
});

test('who has gone away is out in every tab for the same reason, without a connection too', async ({
  start,
  signIn,
  openTab,
  context,
}) => {
  await context.clock.install();
  const chatbot = await start();
  const tab = await signIn(chatbot);
  const other = await openTab(chatbot);
  await other.goto('/');
  await expect(other.composer).toBeVisible();
  await context.route('**/api/logout', (route) => route.abort());

  await context.clock.fastForward(BEYOND_THE_LIMIT);

  for (const each of [tab, other]) await expect(each.page.getByText(TIMED_OUT)).toBeVisible();
});

test('one can sign out from the warning', async ({ start, signIn, context }) => {
  await context.clock.install();
  const tab = await signIn(await start());
  await context.clock.fastForward(TO_THE_WARNING);

  await tab.button('Sign out now').click();

  await expect(tab.page.getByText('You have signed out.')).toBeVisible();
});

test('what a person does anywhere in the page keeps the session alive', async ({
  start,
  signIn,
  context,
}) => {
  await context.clock.install();
  const tab = await signIn(await start());
  const touched = tab.page.waitForResponse('**/api/session/touch');

  await context.clock.fastForward('10:00');
  await tab.composer.press('a');
  expect((await touched).status()).toBe(204);
  await context.clock.fastForward('27:00');

  await expect(tab.composer).toHaveValue('a');
  await expect(warning(tab)).toBeHidden();
});

test('the page says nothing where there is no idle limit', async ({ start, signIn, context }) => {
  await context.clock.install();
  const tab = await signIn(await start({ flaw: 'noIdleLimit' }));

  await context.clock.fastForward('08:00:00');

  await expect(tab.composer).toBeVisible();
  await expect(warning(tab)).toBeHidden();
});
