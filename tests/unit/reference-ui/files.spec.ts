import { readFile } from 'node:fs/promises';
import { expect, test } from './harbour-test.ts';

const NAME = `x" onmouseover='document.title="run"' <b>y</b>.txt`;
const FILE = { name: NAME, mimeType: 'text/plain', buffer: Buffer.from('the plan') };

test('a file goes along with a message, and is saved from there', async ({ start, signIn }) => {
  const tab = await signIn(await start());
  const choosing = tab.page.waitForEvent('filechooser');
  await tab.button('Attach files').click();
  const chooser = await choosing;
  await chooser.setFiles([FILE, { ...FILE, name: 'other.txt' }]);
  await tab.button('Remove other.txt').click();
  await expect(tab.page.getByRole('list', { name: 'Files to send along' })).toHaveText(
    `${NAME}8 B`,
  );

  await tab.say('here it is');
  await tab.page.reload();

  const saved = tab.page.waitForEvent('download');
  await tab.ownMessages.getByRole('button', { name: NAME }).click();
  const download = await saved;
  expect(await readFile(await download.path(), 'utf8')).toBe('the plan');
  await expect(tab.page.locator('[onmouseover]')).toHaveCount(0);
  await expect(tab.page.getByRole('list', { name: 'Files to send along' })).toHaveCount(0);
});

test('the name of a file ends its attribute only where the product is set so', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(await start({ flaw: 'fileNameEndsItsAttribute' }));
  await tab.page.locator('input[type=file]').setInputFiles([FILE]);
  await expect(tab.page.locator('[onmouseover]')).toHaveCount(0);

  await tab.say('here it is');

  await expect(tab.ownMessages.locator('[onmouseover]')).toHaveCount(1);
  await expect(tab.ownMessages.locator('b')).toHaveCount(0);
});
