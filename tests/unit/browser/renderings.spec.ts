import { expect, type Page, test } from '@playwright/test';
import { Renderings } from '../../../fixtures/browser/renderings.ts';

const START = 'kxstart';
const WORD = 'kxword';
const PICTURE = `<img src="data:image/gif;${WORD}">`;

async function shown(page: Page, own: string, reply: string): Promise<Renderings> {
  await page.setContent(`<p>${START} ${WORD} ${own}</p><p>${START} ${WORD} ${reply}</p>`);
  return Renderings.install(page, START);
}

test('what a browser loads is told by where it stands: the message comes first, the reply after it', async ({
  page,
}) => {
  expect(await (await shown(page, 'text', PICTURE)).loading(WORD)).toEqual(['bot']);
  expect(await (await shown(page, PICTURE, 'text')).loading(WORD)).toEqual(['user']);
  expect(await (await shown(page, PICTURE, PICTURE)).loading(WORD)).toEqual(['user', 'bot']);
});

test('a style that imports another one loads; a link does not', async ({ page }) => {
  const style = `<style>@import url(data:text/css;${WORD});</style>`;
  expect(await (await shown(page, 'text', style)).loading(WORD)).toEqual(['bot']);
  const link = `<a href="data:text/html;${WORD}">link</a>`;
  expect(await (await shown(page, link, link)).loading(WORD)).toEqual([]);
});

test('a marker shows where its text can be read', async ({ page }) => {
  const renderings = await shown(page, 'text', 'text');
  expect(await renderings.showing(WORD)).toEqual(['user', 'bot']);
  expect(await renderings.showing('kxother')).toEqual([]);
});
