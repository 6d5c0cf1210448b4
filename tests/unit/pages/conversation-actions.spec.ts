import { ConversationActions } from '../../../pages/conversation-actions.ts';
import { asTarget, test as littleTest } from '../endings/little-product.ts';
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

const FRENCH = `<meta charset=utf-8><main>Le nom de mon bateau</main><ul><li><button>Le nom de mon bateau</button>
    <button id=plus aria-label="Plus d’options" aria-haspopup=menu>…</button></li></ul>
  <div role=menu id=menu hidden><button role=menuitem id=renommer>Renommer</button>
    <button role=menuitem id=partager>Partager</button><button role=menuitem id=supprimer>Supprimer</button></div>
  <dialog id=titre><input><button id=enregistrer>Enregistrer</button><button>Annuler</button></dialog>
  <dialog id=lien><button id=creer>Créer un lien</button><button>Fermer</button></dialog>
  <dialog id=sur><button>Annuler</button><button id=oui>Supprimer</button></dialog>
  <script>
    const done = [];
    const then = (button, what) => { button.onclick = () => { menu.hidden = true; what(); done.push(button.id); }; };
    then(plus, () => { setTimeout(() => { menu.hidden = false; }); });
    then(renommer, () => titre.showModal());
    then(enregistrer, () => titre.close());
    then(partager, () => lien.showModal());
    then(creer, () => { lien.innerHTML = '<input readonly value="' + location.origin + '/partage/x1">' +
      '<button onclick="lien.close(); done.push(this.textContent)">Supprimer le lien</button>'; });
    then(supprimer, () => sur.showModal());
    then(oui, () => sur.close());
  </script>`;

littleTest('In French, too, what can be done is found, and confirmed', async ({ openProduct }) => {
  const { page } = await openProduct({ '/': FRENCH });
  const actions = new ConversationActions(page, asTarget(page.url()), 'Le nom de mon bateau');

  expect(await actions.rename('Autre')).toBe(true);
  expect(await actions.share()).toBe(`${new URL(page.url()).origin}/partage/x1`);
  expect(await actions.stopSharing()).toBe(true);
  expect(await actions.remove()).toBe(true);

  expect(await page.evaluate('done.filter((name) => name !== "plus").join()')).toBe(
    'renommer,enregistrer,partager,creer,partager,Supprimer le lien,supprimer,oui',
  );
});

const GERMAN = `<meta charset=utf-8><main><h1 id=titel tabindex=-1>Name meines Boots</h1>
  <button id=bearbeiten aria-label="Titel bearbeiten">✎</button><button id=teilen>Chat teilen</button>
  <a id=laden href="data:text/markdown,Boot" download="boot.md">Als Markdown exportieren</a>
  <button id=weg aria-label="Chat löschen">🗑</button><button id=alles>Alle Chats löschen</button>
  <button id=aufheben hidden>Link deaktivieren</button><input id=link readonly hidden></main>
  <script>
    const done = [];
    const then = (button, what) => { button.onclick = () => { done.push(button.id); what(); }; };
    then(bearbeiten, () => { titel.contentEditable = true; titel.focus(); });
    titel.onkeydown = ({ key }) => { if (key === 'Enter') { titel.contentEditable = false; done.push(titel.textContent); } };
    then(teilen, () => { link.hidden = aufheben.hidden = false; link.value = location.origin + '/s/x1'; });
    then(aufheben, () => { link.hidden = aufheben.hidden = true; });
    then(laden, () => {});
    then(weg, () => { if (confirm('Diesen Chat wirklich löschen?')) done.push('ja'); });
    then(alles, () => {});
  </script>`;

littleTest('In German, too, where the act stands last', async ({ openProduct }) => {
  const { page } = await openProduct({ '/': GERMAN });
  const actions = new ConversationActions(page, asTarget(page.url()), 'Name meines Boots');

  expect(await actions.rename('Anders')).toBe(true);
  expect(await actions.exportFile()).toBe(true);
  expect(await actions.share()).toBe(`${new URL(page.url()).origin}/s/x1`);
  expect(await actions.stopSharing()).toBe(true);
  expect(await actions.remove()).toBe(true);

  expect(await page.evaluate('done.join()')).toBe('bearbeiten,Anders,laden,teilen,aufheben,weg,ja');
});
