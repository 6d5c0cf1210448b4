import { expect, test } from '@playwright/test';
import { belongsTo, opensAnEntry } from '../../../pages/list-entry.ts';

test('An entry of a list of conversations is told from a place of the account, in German, too', async ({
  page,
}) => {
  await page.setContent(`
    <ul aria-label="Unterhaltungen"><li><button>Sicherheit</button></li></ul>
    <div role=listitem><button>Geräte</button><button>Umbenennen</button></div>
    <ul><li><a href="http://localhost/konto?tab=12345678">Konto</a></li></ul>`);
  const entry = (name: string) => opensAnEntry(page.getByRole('button', { name, exact: true }));
  expect(await entry('Sicherheit')).toBe(true);
  expect(await entry('Geräte')).toBe(true);
  expect(await opensAnEntry(page.getByRole('link', { name: 'Konto' }))).toBe(false);
});

const ROW = (title: string, menu: string): string =>
  `<div><a href="/c/1">${title}</a><button aria-label="${menu}">⋯</button></div>`;

for (const [how, menu] of [
  ['of one name', () => 'Conversation options'],
  ['named for their entries', (title: string) => `More options for ${title}`],
] as const) {
  test(`In a list of plain boxes, menus ${how} belong to their entries`, async ({ page }) => {
    const titles = ['Birthday poem', 'The name of my boat', 'Trip to Lisbon'];
    await page.setContent(
      `<aside><div>${titles.map((title) => ROW(title, menu(title))).join('')}</div></aside>
       <main><header><button aria-label="Share">Share</button></header><p>The name of my boat</p></main>`,
    );
    const menus = await page.locator('aside button').all();
    const belong = await Promise.all(menus.map((each) => belongsTo(each, 'The name of my boat')));
    expect(belong).toEqual([false, true, false]);
    expect(await belongsTo(page.getByRole('button', { name: 'Share' }), 'A trip')).toBe(true);
  });
}

/** Entries that are components: each holds its title and its menu in a root of its own, all of them in one of the list’s. */
const COMPONENTS = `<chat-list></chat-list><script>
  const root = (of) => of.attachShadow({ mode: 'open' });
  const list = root(document.querySelector('chat-list'));
  for (const title of ['Birthday poem', 'The name of my boat', 'Trip to Lisbon']) {
    const entry = list.appendChild(document.createElement('chat-entry'));
    root(entry).innerHTML =
      '<div><a href="/c/1">' + title + '</a><button aria-label="Options">⋯</button></div>';
  }
</script>`;

test('In a list made of components, menus belong to their entries', async ({ page }) => {
  await page.setContent(COMPONENTS);
  const menus = await page.locator('button').all();
  const belong = await Promise.all(menus.map((each) => belongsTo(each, 'The name of my boat')));
  expect(belong).toEqual([false, true, false]);
});

test('What stands in a list of conversations opens one, though it is a component', async ({
  page,
}) => {
  await page.setContent(`<ul aria-label="Conversations"><li><chat-entry></chat-entry></li></ul>
    <script>document.querySelector('chat-entry').attachShadow({ mode: 'open' }).innerHTML =
      '<button>Security</button>';</script>`);
  expect(await opensAnEntry(page.getByRole('button', { name: 'Security' }))).toBe(true);
});

test('A control that is there twice, and in no list, belongs to what is open', async ({ page }) => {
  await page.setContent(`
    <main><header><button>Delete</button></header><p>A message</p></main>
    <div role=dialog><button>Delete</button><button>Cancel</button></div>`);
  expect(await belongsTo(page.getByRole('button', { name: 'Delete' }).first(), 'Boat')).toBe(true);
});
