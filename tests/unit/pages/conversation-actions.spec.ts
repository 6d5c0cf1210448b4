import { ConversationActions } from '../../../pages/conversation-actions.ts';
import type { HarbourTab } from '../reference-ui/harbour-tab.ts';
import { expect, test } from '../reference-ui/harbour-test.ts';

const TITLE = 'The name of my boat';

const actionsOf = ({ page, chatbot }: HarbourTab): ConversationActions =>
  new ConversationActions(page, chatbot, TITLE);

test('What can be done with a conversation is found by role and name', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start());
  await tab.say(TITLE);
  const actions = actionsOf(tab);

  expect(await actions.rename('A boat of another name')).toBe(true);
  await expect(tab.heading).toHaveText('A boat of another name');

  const exported = tab.page.waitForEvent('download');
  expect(await actions.exportFile()).toBe(true);
  expect((await exported).suggestedFilename()).toContain('boat');

  expect(await actions.search('another name')).toBe(true);
  await expect(tab.list.getByRole('list', { name: 'Search results' })).toContainText('boat');
});

test('A form for the title that lies open is filled in, and sent by its button', async ({
  start,
  page,
}) => {
  const chatbot = await start();
  await page.setContent(
    `<form onsubmit="said.textContent = t.value; return false"><input id="t"><button>Rename</button></form><p id="said"></p>`,
  );

  expect(await new ConversationActions(page, chatbot, TITLE).rename('Another')).toBe(true);
  await expect(page.locator('#said')).toHaveText('Another');
});

test('A share link is made, read and withdrawn', async ({
  start,
  signIn,
  openTab,
  otherDevice,
}) => {
  const tab = await signIn(await start());
  await tab.say(TITLE);
  const actions = actionsOf(tab);

  const link = (await actions.share()) ?? '';
  expect(link).toContain('/share/');
  const reader = await openTab(tab.chatbot, await otherDevice());
  await reader.page.goto(link);
  await expect(reader.heading).toHaveText(TITLE);

  expect(await actions.stopSharing()).toBe(true);
  await reader.page.reload();
  await expect(reader.heading).toHaveText('This link leads nowhere');
});

test('Only the open conversation is deleted', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  await tab.say('A conversation that stays');
  await tab.button('New conversation').click();
  await tab.say(TITLE);

  expect(await actionsOf(tab).remove()).toBe(true);

  await expect(tab.entry(TITLE)).toHaveCount(0);
  await expect(tab.entry('A conversation that stays')).toHaveCount(1);
});

test('What a page does not offer is not found, and nothing else is touched', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start());
  await tab.say('A conversation that stays');
  await tab.button('New conversation').click();

  const actions = actionsOf(tab);
  expect(await actions.remove()).toBe(false);
  expect(await actions.share()).toBeUndefined();
  await expect(tab.entry('A conversation that stays')).toHaveCount(1);
});
