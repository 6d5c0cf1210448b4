import { readFile } from 'node:fs/promises';
import { expect, test } from './harbour-test.ts';

/** Milliseconds between two pieces of a reply, so that there is time to see it being written. */
const SLOW = 20;

test('a first message begins a conversation, and its reply is written while one watches', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ replyPauseMs: SLOW }));

  await tab.send('story');

  await expect(tab.page).toHaveURL(/\/c\/[\w-]+$/);
  await expect(tab.replies).toContainText('The boat left');
  await expect(tab.replies).toHaveAttribute('aria-busy', 'true');
  await tab.button('Stop').click();
  await expect(tab.button('Send')).toBeVisible();
  await expect(tab.replies).toHaveAttribute('aria-busy', 'false');
  await expect(tab.entry('story')).toBeVisible();
  await expect(tab.page).toHaveTitle('story');
  const stopped = await tab.replies.getByRole('paragraph').allInnerTexts();
  await tab.page.reload();
  await expect(tab.replies.getByRole('paragraph')).toHaveText(stopped);
});

test('the other tab and the other device follow, and nobody sees a message twice', async ({
  start,
  signIn,
  openTab,
  otherDevice,
}) => {
  const chatbot = await start({ replyPauseMs: SLOW });
  const tab = await signIn(chatbot);
  await tab.say('hello');
  const path = new URL(tab.page.url()).pathname;
  const second = await openTab(chatbot);
  await second.goto(path);
  await expect(second.replies).toHaveCount(1);
  const device = await openTab(chatbot, await otherDevice());
  await device.signIn();
  await device.goto(path);
  await expect(device.replies).toHaveCount(1);

  await tab.send('story');

  for (const other of [second, device]) {
    await expect(other.replies.last()).toHaveAttribute('aria-busy', 'true');
    await expect(other.replies.last()).toContainText('The boat left');
  }
  await tab.button('Stop').click();
  for (const each of [tab, second, device]) {
    await expect(each.replies.last()).toHaveAttribute('aria-busy', 'false');
    await expect(each.ownMessages).toHaveCount(2);
    await expect(each.replies).toHaveCount(2);
  }
});

test('a reply lands in its own conversation when one has gone to another', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ replyPauseMs: SLOW }));
  await tab.say('hello');
  await tab.button('New conversation').click();
  await tab.send('list');
  await expect(tab.replies).toHaveAttribute('aria-busy', 'true');

  await tab.entry('hello').getByRole('link').click();

  await expect(tab.heading).toHaveText('hello');
  await expect(tab.replies).toHaveCount(1);
  await expect(tab.log).not.toContainText('pack');
  await tab.entry('list').getByRole('link').click();
  await expect(tab.replies).toContainText('something to eat');
  await expect(tab.ownMessages).toHaveCount(1);
});

test('what was typed waits in its conversation', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  await tab.say('first');
  await tab.composer.fill('a thought half');

  await tab.button('New conversation').click();
  await expect(tab.composer).toHaveValue('');
  await tab.entry('first').getByRole('link').click();

  await expect(tab.composer).toHaveValue('a thought half');
});

test('a message that could not be sent is kept, and sent at the second try', async ({
  start,
  signIn,
  context,
}) => {
  const tab = await signIn(await start());
  await tab.say('hello');

  await context.setOffline(true);
  await tab.send('Are you there?');
  await expect(tab.log.getByRole('alert')).toContainText('Not sent. Harbour cannot be reached.');
  await expect(tab.ownMessages.last()).toHaveText(/Are you there\?/);
  await context.setOffline(false);
  await tab.button('Try again').click();

  await expect(tab.replies.last()).toContainText('You said: “Are you there?”');
  await expect(tab.ownMessages).toHaveCount(2);
});

test('a conversation is renamed and deleted, in every tab', async ({ start, signIn, openTab }) => {
  const chatbot = await start();
  const tab = await signIn(chatbot);
  await tab.say('hello');
  const other = await openTab(chatbot);
  await other.goto(new URL(tab.page.url()).pathname);
  await expect(other.replies).toHaveCount(1);

  await tab.openConversationMenu('Rename');
  await tab.page.getByLabel('Title').fill('Greetings');
  await tab.page.keyboard.press('Enter');
  for (const each of [tab, other]) {
    await expect(each.heading).toHaveText('Greetings');
    await expect(each.page).toHaveTitle('Greetings');
    await expect(each.entry('Greetings')).toBeVisible();
  }

  await tab.entry('Greetings').getByRole('button', { name: 'Options' }).click();
  await tab.menuItem('Delete').click();
  await tab.button('Delete').click();
  await expect(tab.page).toHaveURL(`${chatbot.origin}/`);
  await expect(other.heading).toHaveText('Not found');
  for (const each of [tab, other]) await expect(each.entry('Greetings')).toHaveCount(0);
});

test('search finds a conversation by what was said in it', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  await tab.say('table');
  await tab.button('New conversation').click();
  await tab.say('hello');

  await tab.page.getByRole('searchbox').fill('rotterdam');
  const results = tab.page.getByRole('list', { name: 'Search results' });
  await expect(results.getByRole('link')).toHaveText(/^table.*Rotterdam/);
  await results.getByRole('link').click();

  await expect(tab.heading).toHaveText('table');
  await tab.page.getByRole('searchbox').fill('nothing of the kind');
  await expect(tab.list).toContainText('Nothing found for “nothing of the kind”.');
});

test('a shared conversation is read by anybody until sharing stops', async ({
  start,
  signIn,
  openTab,
  otherDevice,
}) => {
  const chatbot = await start();
  const tab = await signIn(chatbot);
  await tab.say('markdown');
  await tab.button('Share').click();
  await tab.button('Create link').click();
  const link = await tab.page.getByLabel('Link').inputValue();
  const reader = await openTab(chatbot, await otherDevice());

  await reader.page.goto(link);
  await expect(reader.heading).toHaveText('markdown');
  await expect(reader.page.getByRole('article', { name: 'Harbour' })).toContainText('A list');
  await expect(reader.page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');

  await tab.button('Stop sharing').click();
  await expect(tab.button('Create link')).toBeVisible();
  await reader.page.reload();
  await expect(reader.heading).toHaveText('This link leads nowhere');
});

for (const mechanism of ['cookie', 'token'] as const) {
  test(`an export is saved under the conversation's title (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const tab = await signIn(await start({ mechanism }));
    await tab.say('Grüße');

    const download = tab.page.waitForEvent('download');
    await tab.openConversationMenu('Export');

    expect((await download).suggestedFilename()).toBe('Grüße.md');
    expect(await readFile(await (await download).path(), 'utf8')).toContain('You said: “Grüße”');
  });
}
