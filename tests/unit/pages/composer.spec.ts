import { expect, test } from '@playwright/test';
import { Composer } from '../../../pages/composer.ts';
import { profileSchema } from '../../../targets/profile.ts';

/** The bot has answered within a few seconds. */
const PROFILE = profileSchema.parse({ name: 'little', chat: { replyWithinSeconds: 8 } });

const idle = (): boolean => false;

/** A chat that takes a message only while the button says “Send”. */
const CHAT = `
  <div id="said"></div>
  <textarea aria-label="Message"></textarea>
  <button aria-label="Stop">▮</button>
  <script>
    const [box, button] = document.querySelectorAll('textarea, button');
    const ready = () => button.getAttribute('aria-label') === 'Send';
    let refusals = 0;
    const send = () => {
      if (!ready()) {
        // The reply ends in its own time: after she has tried, and found that she cannot send.
        if (++refusals === 2) button.setAttribute('aria-label', 'Send');
        return;
      }
      said.append(Object.assign(document.createElement('p'), { textContent: box.value }));
      box.value = '';
    };
    box.onkeydown = (event) => event.key === 'Enter' && (event.preventDefault(), send());
    button.onclick = () => ready() && send();
  </script>`;

test('a page that still writes its last reply is given the time to end it', async ({ page }) => {
  await page.setContent(CHAT);
  await new Composer(page, PROFILE).send('word and more', 'word', idle);
  await expect(page.locator('#said p')).toHaveText(['word and more']);
});

test('words that leave the box and never come up are not sent a second time', async ({ page }) => {
  await page.setContent(`<textarea></textarea><script>
    window.sent = 0;
    document.querySelector('textarea').onkeydown = function (event) {
      if (event.key !== 'Enter' || this.value === '') return;
      event.preventDefault();
      this.value = '';
      window.sent++;
    };
  </script>`);
  const send = new Composer(page, PROFILE).send('word', 'word', idle);
  await expect(send).rejects.toThrow('never showed in the page');
  expect(await page.evaluate('sent')).toBe(1);
});

test('a page that asks to sign in again is said to have lost its session, and nothing is typed into it', async ({
  page,
}) => {
  await page.setContent(
    `<form><label>Name <input autocomplete="username"></label><input type="password"></form>`,
  );
  const send = new Composer(page, PROFILE).send('word', 'word', idle);
  await expect(send).rejects.toThrow('asks to sign in again: the session was lost');
  await expect(page.getByLabel('Name')).toHaveValue('');
});

test('a box that takes nothing is waited for until the page has come to life', async ({ page }) => {
  await page.setContent(`<input disabled placeholder="Loading…"><script>
    setTimeout(() => (document.body.innerHTML = '<textarea></textarea>'), 300);
  </script>`);
  expect(await new Composer(page, PROFILE).waitFor(8_000)).toBe(true);
});

for (const words of ['Nachricht senden', 'Senden', 'Absenden']) {
  test(`a message is sent by “${words}”`, async ({ page }) => {
    await page.setContent(`<textarea></textarea><button>Anhang</button><button>${words}</button>`);
    await expect(new Composer(page, PROFILE).sendButton).toHaveText(words);
  });
}

for (const [where, around] of [
  ['a form', 'form'],
  ['no form', 'div'],
] as const) {
  test(`a button with a picture and no name sends what is in its box: ${where}`, async ({
    page,
  }) => {
    await page.setContent(`<div id="said"></div>
      <${around}><div><textarea></textarea></div>
      <button type="button" aria-label="Datei anhängen">+</button><button><svg width="9" height="9"></svg></button></${around}>
      <button>Anders</button>
      <script>
        document.querySelectorAll('button')[1].onclick = (event) => {
          event.preventDefault();
          const box = document.querySelector('textarea');
          said.textContent += box.value;
          box.value = '';
        };
      </script>`);
    const composer = new Composer(page, PROFILE);
    await composer.send('word and more', 'word', idle);
    await composer.write('another one');
    await composer.launch();
    await expect(page.locator('#said')).toContainText('another one');
  });
}
