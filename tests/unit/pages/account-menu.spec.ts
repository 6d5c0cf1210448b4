import { expect, test } from '../endings/little-product.ts';

const COMPOSER = '<textarea placeholder="Ask anything"></textarea><button>Send</button>';
const leaves = (to: string): string =>
  `<main id=app>${COMPOSER}<button id=out>Sign out</button></main>
   <script>
     out.onclick = () => { app.innerHTML = ${JSON.stringify(to)}; };
   </script>`;

test('Who is signed out to a page where guests may write is seen to be signed out', async ({
  openProduct,
}) => {
  const session = await openProduct({ '/': leaves(`<a href="/login">Sign in</a>${COMPOSER}`) });
  await session.menu.signOut();
  await expect(session.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('A page that stays as it was has signed nobody out', async ({ openProduct }) => {
  const stays = leaves(`<a href="/help">Help</a>${COMPOSER}`).replace(
    'app.innerHTML =',
    'document.title =',
  );
  const session = await openProduct({ '/': stays });
  await expect(session.menu.signOut()).rejects.toThrow(/still lets one write/);
});
