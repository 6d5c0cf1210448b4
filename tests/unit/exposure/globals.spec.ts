import { expect, test } from '@playwright/test';
import { readGlobals } from '../../../fixtures/browser/globals.ts';
import { plantWord, removeWord } from '../../../fixtures/browser/planted-words.ts';
import {
  readCacheStorage,
  readIndexedDb,
  readWebStorage,
} from '../../../fixtures/browser/stores.ts';
import { test as withProduct } from '../replay/product-test.ts';

const SECRET = 'a-token-of-twenty-one';

const REACHED: Record<string, string> = {
  'a variable': 'window.token = SECRET',
  'an object in an object': 'window.app = { auth: { tokens: [SECRET] } }',
  'a field of an instance': 'window.app = new (class Client { token = SECRET })()',
  'a property of a function': 'window.app = Object.assign(() => 1, { token: SECRET })',
  'a map': 'window.app = { kept: new Map([["token", SECRET]]) }',
  'a proxy, as state libraries make them': 'window.app = new Proxy({ token: SECRET }, {})',
};

for (const [what, script] of Object.entries(REACHED)) {
  test(`script reaches a token in ${what}`, async ({ page }) => {
    await page.setContent(`<script>const SECRET = '${SECRET}'; ${script}</script>`);
    const { held, cut } = await readGlobals(page);
    expect(held.map(({ content }) => content)).toContain(SECRET);
    expect(cut).toBe(false);
  });
}

test('script reaches nothing in a closure, and a getter is not called', async ({ page }) => {
  await page.setContent(
    `<script>(() => { const token = '${SECRET}'; window.fetchIt = () => token;
     Object.defineProperty(window, 'lazy', { enumerable: true, get() { window.called = 'it was called'; return token; } });
     })()</script>`,
  );
  const texts = (await readGlobals(page)).held.map(({ content }) => content);
  expect(texts).not.toContain(SECRET);
  expect(texts).not.toContain('it was called');
});

withProduct(
  'a word of the harness’s own is left everywhere, and taken away',
  async ({ page, product }) => {
    const origin = await product((response) => response.end('<p>Hello'));
    await page.goto(origin.replace('127.0.0.1', 'localhost'));
    const texts = async (): Promise<string[]> => {
      const all = [
        await readWebStorage(page, 'localStorage'),
        await readWebStorage(page, 'sessionStorage'),
        await readIndexedDb(page),
        await readCacheStorage(page),
        (await readGlobals(page)).held,
      ];
      return all.map((held) => held.map(({ content }) => content).join('\n'));
    };
    const planted = await plantWord(page, 'a-word-of-mine');
    const left = await texts();
    await removeWord(page, 'a-word-of-mine');
    expect(planted).toHaveLength(5);
    expect(left.filter((text) => text.includes('a-word-of-mine'))).toHaveLength(5);
    expect((await texts()).join('\n')).not.toContain('a-word-of-mine');
  },
);
