import { MECHANISMS } from '../../../targets/reference/settings.ts';
import type { HarbourTab } from './harbour-tab.ts';
import { expect, test } from './harbour-test.ts';

const LOGOUT = '**/api/logout';
const FAILED = 'Signing out failed, and you are still signed in.';

/** The person is where she was, and can go on. */
async function expectStillHere(tab: HarbourTab, words: string): Promise<void> {
  await expect(tab.replies.last()).toContainText(words);
  await expect(tab.composer).toBeEnabled();
  await expect(tab.signInHeading).toBeHidden();
}

for (const mechanism of MECHANISMS) {
  test.describe(`${mechanism} sessions`, () => {
    test('a sign-out that the server refuses is told, and works when tried again', async ({
      start,
      signIn,
    }) => {
      const tab = await signIn(await start({ mechanism }));
      await tab.say('between us');
      await tab.page.route(LOGOUT, (route) => route.fulfill({ status: 500 }), { times: 1 });

      await tab.signOut();

      await expect(tab.page.getByRole('alert').filter({ hasText: FAILED })).toBeVisible();
      await expectStillHere(tab, 'between us');
      await tab.button('Try again').click();
      await expect(tab.page.getByText('You have signed out.')).toBeVisible();
      await expect(tab.signInHeading).toBeVisible();
      await tab.page.reload();
      await expect(tab.signInHeading).toBeVisible();
    });

    test('a sign-out without a connection is told, and the other tab stays too', async ({
      start,
      signIn,
      openTab,
      context,
    }) => {
      const chatbot = await start({ mechanism });
      const tab = await signIn(chatbot);
      await tab.say('between us');
      const other = await openTab(chatbot);
      await other.goto(new URL(tab.page.url()).pathname);
      await expect(other.replies).toContainText('between us');
      await context.setOffline(true);

      await tab.signOut();

      await expect(tab.page.getByText('Harbour cannot be reached.')).toBeVisible();
      await context.setOffline(false);
      for (const each of [tab, other]) await expectStillHere(each, 'between us');
      await tab.button('Stay signed in').click();
      await expect(tab.page.getByText(FAILED)).toBeHidden();
      await tab.say('still here');
    });
  });
}

test('the page stays until a slow server has confirmed the sign-out, and asks it once', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start());
  await tab.say('between us');
  let asked = 0;
  let answer = (): void => undefined;
  await tab.page.route(LOGOUT, async (route) => {
    asked += 1;
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.continue();
  });

  await tab.signOut();
  await expect(tab.page.getByText('Signing out…')).toBeVisible();
  await tab.signOut();

  await expectStillHere(tab, 'between us');
  answer();
  await expect(tab.page.getByText('You have signed out.')).toBeVisible();
  expect(asked).toBe(1);
});

test('a sign-out in the middle of a reply clears the page', async ({ start, signIn }) => {
  const tab = await signIn(await start({ replyPauseMs: 50 }));
  await tab.send('story');
  await expect(tab.replies).not.toBeEmpty();

  await tab.signOut();

  await expect(tab.page.getByText('You have signed out.')).toBeVisible();
  await expect(tab.log).toBeHidden();
});

test('a page that hides the failure shows the sign-in form with the session alive', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ flaw: 'logoutFailureIsHidden' }));
  await tab.page.route(LOGOUT, (route) => route.fulfill({ status: 500 }));

  await tab.signOut();

  await expect(tab.page.getByText('You have signed out.')).toBeVisible();
  await tab.goto('/');
  await expect(tab.composer).toBeVisible();
});

for (const { flaw, copies } of [
  { flaw: 'failedLogoutIsRepeatedLater', copies: 0 },
  { flaw: 'offlineCopyWaitsForTheServer', copies: 1 },
] as const) {
  test(`a page that repeats a sign-out later stays signed out, and keeps copies: ${copies} (${flaw})`, async ({
    start,
    signIn,
    context,
  }) => {
    const tab = await signIn(await start({ flaw }));
    await tab.say('between us');
    const conversation = new URL(tab.page.url()).pathname;
    const copied = (): Promise<string[]> =>
      tab.page.evaluate(() =>
        Object.keys(localStorage).filter((key) =>
          localStorage.getItem(key)?.includes('between us'),
        ),
      );
    await tab.page.reload();
    await expect(tab.replies.last()).toContainText('between us');
    expect(await copied()).toHaveLength(1);
    await context.setOffline(true);

    await tab.signOut();

    await expect(tab.page.getByText('You have signed out.')).toBeVisible();
    expect(await copied()).toHaveLength(copies);
    await context.setOffline(false);
    await tab.goto(conversation);
    await expect(tab.signInHeading).toBeVisible();
    await expect.poll(copied).toHaveLength(0);
  });
}

for (const { width, way } of [
  { width: 1280, way: /account menu/ },
  { width: 400, way: 'Open conversations' },
]) {
  test(`the way to sign out is in sight on every page, ${width} pixels wide`, async ({
    start,
    signIn,
  }) => {
    const tab = await signIn(await start());
    await tab.say('hello');
    const conversation = new URL(tab.page.url()).pathname;
    await tab.page.setViewportSize({ width, height: 720 });

    for (const path of ['/', conversation, '/account']) {
      await tab.goto(path);
      await expect(tab.page.getByRole('button', { name: way })).toBeInViewport({ ratio: 1 });
    }
    await tab.signOut();
    await expect(tab.signInHeading).toBeVisible();
  });
}

test('a sign-out below the list is out of sight, and works', async ({ start, signIn }) => {
  const tab = await signIn(await start({ flaw: 'logoutIsFarAway' }));
  const control = tab.button('Sign out');

  for (const path of ['/', '/account']) {
    await tab.goto(path);
    await expect(control).toBeVisible();
    await expect(control).not.toBeInViewport();
  }
  await tab.openAccountMenu();
  await expect(tab.menuItem('Account')).toBeVisible();
  await expect(tab.menuItem('Sign out')).toBeHidden();
  await tab.page.keyboard.press('Escape');
  await control.click();

  await expect(tab.signInHeading).toBeVisible();
});
