import { LIMITS_FOR_RUNS } from '../../../targets/reference/policy.ts';
import type { HarbourTab } from './harbour-tab.ts';
import { expect, test } from './harbour-test.ts';

/** Seconds. Long enough for a busy machine to sign in and say something before the warning. */
const limits = { ...LIMITS_FOR_RUNS, idleSeconds: 9, warnBeforeSeconds: 5 };

function warning(tab: HarbourTab) {
  return tab.page.getByRole('alertdialog', { name: 'Are you still there?' });
}

test('a person who answers the warning stays signed in, and it goes from every tab', async ({
  start,
  signIn,
  openTab,
}) => {
  const chatbot = await start({ limits });
  const tab = await signIn(chatbot);
  const other = await openTab(chatbot);
  await other.goto('/');
  await expect(warning(tab)).toBeVisible();
  await expect(warning(tab).getByRole('timer')).toHaveText(/^0:0[1-5]$/);
  await expect(warning(other)).toBeVisible();
  await expect(tab.button('Stay signed in')).toBeFocused();

  await tab.button('Stay signed in').click();

  for (const each of [tab, other]) await expect(warning(each)).toBeHidden();
  await tab.say('still here');
});

test('a person who has gone away finds the sign-in page, and her way back', async ({
  start,
  signIn,
}) => {
  const chatbot = await start({ limits });
  const tab = await signIn(chatbot);
  await tab.say('between us');
  const path = new URL(tab.page.url()).pathname;

  await expect(tab.page.getByText('because nothing happened for a while')).toBeVisible({
    timeout: 20_000,
  });

  expect(await tab.page.content()).not.toContain('between us');
  await tab.enterCredentials('alice');
  await expect(tab.page).toHaveURL(chatbot.origin + path);
  await expect(tab.replies).toContainText('between us');
});

test('one can sign out from the warning', async ({ start, signIn }) => {
  const tab = await signIn(await start({ limits }));

  await tab.button('Sign out now').click();

  await expect(tab.page.getByText('You have signed out.')).toBeVisible();
});

test('the page says nothing where there is no idle limit', async ({ start, openTab }) => {
  const chatbot = await start({ flaw: 'noIdleLimit' });
  const tab = await openTab(chatbot);
  await tab.page.clock.install();
  await tab.signIn();

  await tab.page.clock.fastForward('08:00:00');

  await expect(tab.composer).toBeVisible();
  await expect(warning(tab)).toBeHidden();
});
