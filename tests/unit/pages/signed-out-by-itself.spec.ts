import { SignOutWatch } from '../../../pages/signed-out-by-itself.ts';
import { asTarget, expect, test } from '../endings/little-product.ts';

const COMPOSER = '<textarea placeholder="Ask anything"></textarea>';
const WORDS = '<main><div class=message>kx0marker</div></main>';
const CHAT = `<h1>Chat</h1>${WORDS}${COMPOSER}`;
const FORM = '<input name=user><input type=password><button>Sign in</button>';
const ASKS = '<div role=dialog>Are you still there? <button>Stay signed in</button></div>';

for (const [what, path, content, out] of [
  ['still the conversation', '/', CHAT, false],
  ['the question whether anybody is there', '/', `${CHAT}${ASKS}`, false],
  ['that question and nothing else', '/other', ASKS, false],
  ['a form for a password', '/', FORM, true],
  ['a link to the form, and a box for guests', '/', `<a href="/in">Log in</a>${COMPOSER}`, true],
  ['the conversation, and a way back in', '/', `${CHAT}<a href="/in">Sign in again</a>`, true],
  ['farewell on another page', '/other', '<h1>See you soon</h1>', true],
  ['another page where one chats', '/other', `<h1>Hello</h1>${COMPOSER}`, false],
  ['nothing any more', '/', '', false],
  ['nothing, on another page', '/other', '', false],
] as const) {
  test(`A page that shows ${what} has signed ${out ? 'somebody' : 'nobody'} out`, async ({
    openProduct,
  }) => {
    const { page, chat } = await openProduct({ '/': CHAT, '/other': '' });
    const watch = await SignOutWatch.begin(chat, asTarget(page.url()), 'kx0marker');
    await page.evaluate((to) => history.replaceState(null, '', to), path);
    await page.setContent(content);
    expect(await watch.isOut()).toBe(out);
  });
}

test('A way to sign in that stood there all the time is no sign', async ({ openProduct }) => {
  const stands = '<a href="/in">Sign in to another account</a>';
  const { page, chat } = await openProduct({ '/': CHAT + stands });
  const watch = await SignOutWatch.begin(chat, asTarget(page.url()), 'kx0marker');
  expect(await watch.isOut()).toBe(false);
  await page.setContent(stands);
  expect(await watch.isOut()).toBe(true);
});
