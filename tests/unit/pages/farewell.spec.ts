import { expect, type Page, test } from '@playwright/test';
import { showingOf, tellsSignedOut, type Showing } from '../../../pages/farewell.ts';

const COMPOSER = '<textarea placeholder="Ask anything"></textarea><button>Send</button>';
const SIGNED_IN = `<h1>Chat</h1><nav><a href="#">Boats</a><button>Alice</button></nav>${COMPOSER}`;
const PASSWORD = '<h1>Welcome</h1><input name=user><input type=password><button>Sign in</button>';
const USERNAME = '<h1>Welcome</h1><input type=text name=user><button>Continue</button>';
const GUEST = `<h1>Chat</h1><a href="#">Sign in</a>${COMPOSER}`;

async function show(page: Page, content: string): Promise<Showing> {
  await page.setContent(content);
  return showingOf(page);
}

/** What a page tells, where an undisturbed sign-out leads to another one. */
async function told(page: Page, usual: string, now: string): Promise<boolean | 'unclear'> {
  const before = await show(page, SIGNED_IN);
  const after = await show(page, usual);
  return tellsSignedOut(await show(page, now), before, { before, after });
}

for (const [kind, usual] of Object.entries({ PASSWORD, USERNAME, GUEST })) {
  test(`Where a sign-out leads to a page of the kind ${kind}, that page tells it`, async ({
    page,
  }) => {
    expect(await told(page, usual, usual)).toBe(true);
    expect(await told(page, usual, SIGNED_IN)).toBe(false);
    expect(await told(page, usual, `${SIGNED_IN}<p>Signing out failed.</p>`)).toBe(false);
  });
}

test('A page that says that it failed tells nobody that she is signed out', async ({ page }) => {
  expect(await told(page, GUEST, `${GUEST}<p>Could not sign out.</p>`)).toBe(false);
});

test('Words that stood there before are no complaint', async ({ page }) => {
  const before = await show(page, `${SIGNED_IN}<p>Why did my boat fail again?</p>`);
  const usual = { before: await show(page, SIGNED_IN), after: await show(page, USERNAME) };
  const now = await show(page, `${USERNAME}<p>Why did my boat fail again?</p>`);
  expect(tellsSignedOut(now, before, usual)).toBe(true);
});

test('What is like neither side of the usual sign-out cannot be told', async ({ page }) => {
  expect(await told(page, GUEST, '<p>One moment…</p>')).toBe('unclear');
  expect(await told(page, GUEST, SIGNED_IN + GUEST)).toBe('unclear');
  expect(await told(page, SIGNED_IN, SIGNED_IN)).toBe('unclear');
});
