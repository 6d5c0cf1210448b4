import { expect, test } from '@playwright/test';
import { readConsole } from '../../../fixtures/browser/console.ts';

const SECRET = 'a-token-of-twenty-one';

const WRITTEN: Record<string, string> = {
  'a text': `console.log('signed in with', '${SECRET}')`,
  'an object in an object': `console.debug({ headers: { authorization: '${SECRET}' } })`,
  'an error': `console.error(new Error('${SECRET}'))`,
  'an object that holds itself': `const o = { token: '${SECRET}' }; o.self = o; console.warn('kept', '${SECRET}', o)`,
};

/** `setContent` writes to the console itself. */
const pageOf = (script: string): string =>
  `data:text/html,${encodeURIComponent(`<script>${script}</script>`)}`;

for (const [what, script] of Object.entries(WRITTEN)) {
  test(`what was written to the console is read there afterwards: ${what}`, async ({ page }) => {
    await page.goto(pageOf(script));
    const held = await readConsole(page);
    expect(held).toHaveLength(1);
    expect(held[0]?.content).toContain(SECRET);
  });
}

test('a page that writes nothing, or whose console does nothing, has an empty one', async ({
  page,
}) => {
  const script = `for (const name of ['log', 'debug']) console[name] = () => {}; console.log(1)`;
  await page.goto(pageOf(script));
  expect(await readConsole(page)).toEqual([]);
});
