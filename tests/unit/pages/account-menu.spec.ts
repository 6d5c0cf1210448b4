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

const GERMAN = `<main id=app>${COMPOSER}</main>
  <button id=konto aria-haspopup=menu>Konto</button>
  <menu id=menu hidden><li role=menuitem id=all>Von allen Geräten abmelden</li><li role=menuitem id=out>Abmelden</li></menu>
  <div role=dialog id=ask hidden>Möchten Sie sich wirklich abmelden?<button>Abbrechen</button><button id=yes>Abmelden</button></div>
  <script>
    konto.onclick = () => { menu.hidden = false; };
    all.onclick = () => { document.title = 'everywhere'; };
    out.onclick = () => { ask.hidden = false; };
    yes.onclick = () => { ask.hidden = true; app.innerHTML = '<input type=password>'; };
  </script>`;

test('In German, too, the way out is found, told from the one of all devices, and confirmed', async ({
  openProduct,
}) => {
  const session = await openProduct({ '/': GERMAN });
  await session.menu.signOut();
  await expect(session.page.locator('input[type=password]')).toBeVisible();
  expect(await session.page.title()).not.toBe('everywhere');
});

const FRENCH = `<meta charset=utf-8><main id=app>${COMPOSER}</main><button id=compte>Mon compte</button>
  <menu id=menu hidden><li role=menuitem>Paramètres</li><li role=menuitem id=all>Se déconnecter de tous les appareils</li>
    <li role=menuitem id=out>Se déconnecter</li></menu>
  <div role=dialog id=ask hidden>Voulez-vous vraiment partir ?<button>Annuler</button><button id=yes>Oui</button></div>
  <script>
    compte.onclick = () => { menu.hidden = false; };
    all.onclick = () => { document.title = 'everywhere'; };
    out.onclick = () => { ask.hidden = false; };
    yes.onclick = () => { ask.hidden = true; app.innerHTML = '<button>Se connecter</button>'; };
  </script>`;

test('In French, too', async ({ openProduct }) => {
  const session = await openProduct({ '/': FRENCH });
  await session.menu.signOut();
  await expect(session.page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
  expect(await session.page.title()).not.toBe('everywhere');
});

const IN_A_DIALOG = `<main id=app>${COMPOSER}</main><button id=settings>Settings</button>
  <dialog id=ask aria-label=Settings><button id=out>Sign out</button><button id=all>Sign out of all devices</button></dialog>
  <script>
    settings.onclick = () => ask.showModal();
    all.onclick = () => { document.title = 'everywhere'; };
    out.onclick = () => setTimeout(() => { ask.close(); app.innerHTML = '<input type=password>'; }, 800);
  </script>`;

test('Settings that are a dialog are not taken for a question', async ({ openProduct }) => {
  const session = await openProduct({ '/': IN_A_DIALOG });
  await session.menu.signOut();
  await expect(session.page.locator('input[type=password]')).toBeVisible();
  expect(await session.page.title()).not.toBe('everywhere');
});

const DEAF_AT_FIRST = `<main id=app>${COMPOSER}</main>
  <button id=account aria-haspopup=menu>Account</button>
  <menu id=menu hidden><li role=menuitem id=out>Sign out</li></menu>
  <script>
    account.addEventListener('click', () => { account.onclick = () => { menu.hidden = false; }; }, { once: true });
    out.onclick = () => { app.innerHTML = '<input type=password>'; };
  </script>`;

test('A menu that did not hear the first click, as in a page that is still being set up, is opened once more', async ({
  openProduct,
}) => {
  const session = await openProduct({ '/': DEAF_AT_FIRST });
  await session.menu.signOut();
  await expect(session.page.locator('input[type=password]')).toBeVisible();
});
