import type { Session } from '../../../fixtures/people/session.ts';
import { entriesOf, standsInConversation } from '../../../pages/conversation-list.ts';
import { expect, recordClicks, test } from '../endings/little-product.ts';

const WORDS = 'kx0marker Tell me about boats';
const LIST = `<ul aria-label=Chats><li><button>Delete ${WORDS}</button><a href="/c/1">${WORDS}</a></li></ul>`;
const SEARCHES = `<ul aria-label=Searches><li><a href="/search">${WORDS}</a></li></ul>`;
const OPEN = `<main><div class=message>${WORDS}</div><textarea></textarea></main>`;

const clickedIn = ({ page }: Session): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('clicked'));

for (const [place, content, open] of [
  ['a message', OPEN, true],
  ['a box that only its id names', `<div id=chat><p>${WORDS}</p></div><textarea></textarea>`, true],
  ['a list in the main part', `<main class=chat>${LIST}</main>`, false],
  ['a title', `<main><h1>${WORDS}</h1></main>`, false],
  ['a sidebar', `<aside class=chat-list><div>${WORDS}</div></aside>`, false],
  ['a box to click', `<main><div style="cursor: pointer">${WORDS}</div></main>`, false],
] as const) {
  test(`Words in ${place} ${open ? 'are' : 'are not'} taken for the open conversation`, async ({
    page,
  }) => {
    await page.setContent(content);
    expect(await standsInConversation(page, WORDS)).toBe(open);
  });
}

test('What opens an entry is told from what deletes it', async ({ page }) => {
  await page.setContent(LIST);
  const names = await Promise.all((await entriesOf(page, WORDS)).map((each) => each.innerText()));
  expect(names).toEqual([WORDS]);
});

test('A conversation is opened from its list, whatever other lists hold its words', async ({
  openProduct,
}) => {
  const chat = recordClicks + SEARCHES + LIST;
  const session = await openProduct({
    '/': `${chat}<main>Begin</main>`,
    '/search': `${chat}<main>One result</main>`,
    '/c/1': chat + OPEN,
  });

  await session.chat.reopen(WORDS);

  expect(new URL(session.page.url()).pathname).toBe('/c/1');
  expect(await clickedIn(session)).toBe(`${WORDS}|${WORDS}|`);
});

test('A conversation that is open after a reload is not clicked', async ({ openProduct }) => {
  const session = await openProduct({ '/': recordClicks + SEARCHES + LIST + OPEN });
  await session.chat.reopen(WORDS);
  expect(await clickedIn(session)).toBeNull();
});
