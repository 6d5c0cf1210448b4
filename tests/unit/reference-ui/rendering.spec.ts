import { expect, test } from './harbour-test.ts';

const ATTACK =
  '<img src=x onerror="document.title=\'run\'"> [click](javascript:document.title=1) <b>bold</b>';

test('neither what one writes nor the reply becomes markup of its own', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start());

  await tab.say(ATTACK);

  await expect(tab.ownMessages).toContainText(ATTACK);
  await expect(tab.replies).toContainText('<b>bold</b>');
  await expect(tab.log.locator('img, b, [onerror], a[href^=javascript]')).toHaveCount(0);
});

test('an image in a reply is a link: nothing is fetched for it', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  const requested: string[] = [];
  tab.page.on('request', (request) => requested.push(request.url()));

  await tab.say('![a boat](http://images.invalid/boat.png?who=alice)');

  const link = tab.replies.getByRole('link', { name: 'a boat' });
  await expect(link).toHaveAttribute('href', 'http://images.invalid/boat.png?who=alice');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  expect(requested.filter((url) => !url.startsWith(tab.chatbot.origin))).toEqual([]);
});

test('a picture is shown only where the product is set so', async ({ start, signIn }) => {
  const tab = await signIn(await start({ flaw: 'repliesLoadPictures' }));
  await tab.say('![a boat](http://images.invalid/boat.png) <img src="http://images.invalid/2">');
  await expect(tab.replies.locator('img')).toHaveCount(1);
});

test('tables keep their alignment without styles that the policy forbids', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start());

  await tab.say('table');

  await expect(tab.replies.getByRole('cell', { name: '24 m' })).toHaveCSS('text-align', 'right');
  await expect(tab.replies.locator('[style]')).toHaveCount(0);
});

test('the text of a person becomes markup only where the product is set so', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ flaw: 'userTextRenderedAsHtml' }));
  await tab.say('<b>bold</b>');
  await expect(tab.ownMessages.locator('b')).toHaveText('bold');
});

test('the reply becomes markup only where the product is set so', async ({ start, signIn }) => {
  const tab = await signIn(await start({ flaw: 'botReplyRenderedAsHtml' }));
  await tab.say('<b>bold</b>');
  await expect(tab.replies.locator('b')).toHaveText('bold');
});

test('a copy of a conversation is kept only where the product is set so', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ flaw: 'logoutLeavesOfflineCopy' }));
  await tab.say('hello');
  await tab.page.reload();
  await expect(tab.replies).toContainText('I am Harbour');
  await tab.signOut();
  await expect(tab.page.getByText('You have signed out.')).toBeVisible();

  const kept = await tab.page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain('I am Harbour');
});

const OTHER_TABS = [
  { flaw: 'otherTabsKeepTheConversation', notice: 1 },
  { flaw: 'logoutStaysInItsTab', notice: 0 },
] as const;

for (const { flaw, notice } of OTHER_TABS) {
  test(`the other tab keeps its screen where the product is set so: ${flaw}`, async ({
    start,
    signIn,
    openTab,
  }) => {
    const chatbot = await start({ flaw });
    const tab = await signIn(chatbot);
    await tab.say('hello');
    const other = await openTab(chatbot);
    await other.goto(new URL(tab.page.url()).pathname);
    await expect(other.replies).toContainText('I am Harbour');

    await tab.signOut();
    await expect(tab.page.getByText('You have signed out.')).toBeVisible();

    await expect(other.page.getByText('You have been signed out.')).toHaveCount(notice);
    await expect(other.replies).toContainText('I am Harbour');
  });
}
