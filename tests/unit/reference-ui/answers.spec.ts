import { expect, test } from './harbour-test.ts';

/** Milliseconds between two pieces of a reply, so that there is time to see it being written. */
const SLOW = 20;

test('the last reply is written anew in its place, on the other tab, too', async ({
  start,
  signIn,
  openTab,
}) => {
  const chatbot = await start({ replyPauseMs: SLOW });
  const tab = await signIn(chatbot);
  await tab.say('hello');
  await tab.say('code');
  const second = await openTab(chatbot);
  await second.goto(new URL(tab.page.url()).pathname);
  await expect(second.replies).toHaveCount(2);
  await expect(tab.button('Regenerate')).toHaveCount(1);

  await tab.button('Regenerate').click();

  await expect(tab.replies.last()).toHaveAttribute('aria-busy', 'true');
  await expect(tab.button('Regenerate')).toHaveCount(0);
  await expect(tab.replies).toHaveCount(2);
  await expect(tab.button('Regenerate')).toHaveCount(1);
  for (const each of [tab, second]) {
    await expect(each.replies).toHaveCount(2);
    await expect(each.replies.last()).toContainText('greets somebody');
    await expect(each.ownMessages).toHaveCount(2);
  }
});

test('what is asked as soon as a reply was stopped is answered below it', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ replyPauseMs: SLOW }));
  await tab.send('story');
  await expect(tab.replies).toContainText('The boat left');

  await tab.button('Stop').click();
  await tab.send('list');

  await expect(tab.replies).toHaveCount(2);
  await expect(tab.replies.last()).toHaveAttribute('aria-busy', 'true');
  await expect(tab.replies.last()).toContainText('something to eat');
  await expect(tab.replies.last()).not.toContainText('boat');
  await expect(tab.ownMessages).toHaveText([/story/, /list/]);
});
