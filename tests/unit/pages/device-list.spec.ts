import { DeviceList } from '../../../pages/device-list.ts';
import { AccountPage } from '../../../pages/account-page.ts';
import { CHANGE_PASSWORD, PLACES, SECTIONS } from '../../../pages/account-words.ts';
import { asTarget, expect, recordClicks, test } from '../endings/little-product.ts';

/** Conversations, called sessions as in some products, each of which can be removed. */
const SIDEBAR = `<div class=sidebar><h2>Sessions</h2><button>New session</button><ul>
  <li class=session><button>Which device should I buy</button><button>Remove</button></li>
  <li class=session><a href="/c/17">Security of sessions</a><button>Remove</button></li>
  <li class=session><a href="/c/18">Devices</a><button>Remove</button></li></ul></div>
  <header><ul><li><button>Log out</button></li></ul><button>Delete account</button></header>`;
const entry = (text: string): string => `<li>${text} <button>Sign out</button></li>`;
const DEVICES = `<section><h2>Your devices</h2><ul><li>Chrome on Linux – This device</li>
  ${entry('Firefox on Windows')}</ul></section>`;

const LISTS: Record<string, [content: string, ends: number]> = {
  'devices under their heading': [DEVICES, 1],
  'sessions that tell of browsers': [
    `<h2>Sessions</h2><table><tr><td>Chrome on Linux<td>This session
     <tr><td>Safari on iPhone<td><button>Revoke</button></table>`,
    1,
  ],
  'devices whose buttons say what they end': [
    `<h2>Devices</h2><ul><li>Chrome on Linux <em>This device</em></li>
     <li>Firefox on Windows <button>Sign out this device</button></li>
     <li>Safari on iPhone <button>Log out of device</button></li></ul><button>Sign out of all devices</button>`,
    2,
  ],
  'devices without a heading': [
    `<ul><li>Firefox, 10.0.0.1 – current session</li>${entry('Edge, 10.0.0.2')}</ul>`,
    1,
  ],
  'devices in German': [
    `<h2>Angemeldete Geräte</h2><ul><li>Chrome unter Linux – dieses Gerät <button>Abmelden</button></li>
     <li>Aktuelle Sitzung <button>Beenden</button></li><li>Firefox <button>Abmelden</button></li></ul>`,
    1,
  ],
  'devices in French': [
    `<h3>Appareils connectés</h3><ul><li>Chrome sous Linux (cet appareil) <button>Révoquer</button></li>
     <li>Session actuelle <button>Fermer la session</button></li><li>Firefox <button>Déconnecter l’appareil</button></li></ul>`,
    1,
  ],
  'conversations that are called sessions': [SIDEBAR, 0],
  'a conversation beside devices': [SIDEBAR + DEVICES, 1],
  'devices before a conversation': [DEVICES + SIDEBAR, 1],
  'a conversation about Linux': [
    `<h2>Sessions</h2><ul><li><button>Linux</button><button>Remove</button></li></ul>`,
    0,
  ],
  'what is removed elsewhere in settings': [
    `<h2>API keys</h2><ul><li>for my browser <button>Revoke</button></li></ul>
     <h2>Two-factor devices</h2><ul><li>My phone <button>Remove</button></li></ul>
     <h2>Linked accounts</h2><ul><li>Somebody <button>Remove</button></li></ul>`,
    0,
  ],
};

for (const [kind, [content, ends]] of Object.entries(LISTS)) {
  test(`Of ${kind}, ${ends} can be ended`, async ({ page }) => {
    await page.setContent(content);
    expect(await new DeviceList(page).endButtons()).toHaveLength(ends);
  });
}

test('Places of the account are told from titles and acts by their names', () => {
  const places = [
    'Settings',
    'My account',
    'manage_accounts Account settings ⌘,',
    'Profile',
    'Gérer mon compte',
    'Paramètres',
  ];
  expect(places.filter((name) => !PLACES.test(name))).toEqual([]);
  const parts = [
    'Security',
    'Devices (3)',
    'Active sessions',
    'Login & security',
    'Where you’re signed in',
    'Privacy and security',
    'Session management',
    'Appareils connectés',
    'Compte et sécurité',
  ];
  expect(parts.filter((name) => !SECTIONS.test(name))).toEqual([]);
  const neither = [
    'New session',
    'Session',
    'Session 3',
    'Which device should I buy',
    'Delete account',
    'Create an account',
    'Log out of my account',
    'Forgot password?',
    'Show password',
    'Clear all sessions',
    'Login',
    'Privacy policy',
    'Supprimer mon compte',
    'Politique de confidentialité',
    'Le profilé et les réglages d’un vélo',
  ];
  expect(neither.filter((name) => PLACES.test(name) || SECTIONS.test(name))).toEqual([]);
  expect(CHANGE_PASSWORD.test('Change your password')).toBe(true);
  expect(CHANGE_PASSWORD.test('Changer le mot de passe')).toBe(true);
  expect(CHANGE_PASSWORD.test('How to change a password in Linux')).toBe(false);
});

test('Where there is no list of devices, nothing is clicked', async ({ openProduct }) => {
  const session = await openProduct({ '/': recordClicks + SIDEBAR });
  const target = asTarget(session.page.url());
  const account = new AccountPage(session.page, target, target.people.alice);

  expect(await account.findOtherSessions()).toBe(false);
  expect(await account.endOtherSession()).toBe(false);

  expect(await session.page.evaluate(() => localStorage.getItem('clicked'))).toBeNull();
});

test('The list of devices is come to past all that is called alike, and a device is ended', async ({
  openProduct,
}) => {
  const page = recordClicks + SIDEBAR;
  const session = await openProduct({
    '/': `${page}<a href="/settings">Settings</a>`,
    '/settings': `${page}<button>Delete my profile</button><a href="/devices">Devices</a>`,
    '/devices': page + DEVICES,
  });
  const target = asTarget(session.page.url());
  const account = new AccountPage(session.page, target, target.people.alice);

  expect(await account.findOtherSessions()).toBe(true);
  expect(await account.endOtherSession()).toBe(true);

  const clicked = await session.page.evaluate(() => localStorage.getItem('clicked'));
  expect(clicked).toBe('Settings|Devices|Sign out|');
});

const SETTINGS = `<button id=settings>Settings</button><dialog id=modal aria-label=Settings>
  <h2>Your devices</h2><ul><li>Chrome on Linux – This device</li>${entry('Firefox on Windows')}</ul>
  <button>Sign out of all devices</button></dialog><script>
    settings.onclick = () => modal.showModal();
    modal.onclick = ({ target }) => target.closest('li')?.remove();
  </script>`;

test('Where devices are listed in a dialog, one is ended, and not all that is offered there', async ({
  openProduct,
}) => {
  const session = await openProduct({ '/': recordClicks + SETTINGS });
  const target = asTarget(session.page.url());

  expect(await new AccountPage(session.page, target, target.people.alice).endOtherSession()).toBe(
    true,
  );

  const clicked = await session.page.evaluate(() => localStorage.getItem('clicked'));
  expect(clicked).toBe('Settings|Sign out|');
});
