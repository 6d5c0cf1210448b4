import { expect, test } from '@playwright/test';
import { opensAnEntry } from '../../../pages/list-entry.ts';

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
