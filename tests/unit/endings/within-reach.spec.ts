import { expect, test } from '@playwright/test';
import { comesToAnotherPage } from '../../../fixtures/endings/within-reach.ts';

for (const [what, html, another] of [
  ['a dialog over it is none', `<dialog>Settings</dialog>`, false],
  [
    'an element that says that it is a dialog is none',
    `<div hidden role="dialog" aria-modal="true">Settings</div>`,
    false,
  ],
  ['what opens beside it is one', `<section hidden>Settings</section>`, true],
] as const) {
  test(`the account’s page is another one: ${what}`, async ({ page }) => {
    await page.setContent(html);
    const account = {
      open: () =>
        page.evaluate(() => {
          document.querySelector('dialog')?.showModal();
          document.querySelector('[hidden]')?.removeAttribute('hidden');
          return true;
        }),
    };
    expect(await comesToAnotherPage(page, account)).toBe(another);
    await expect(page.locator('dialog:modal')).toHaveCount(0);
  });
}

test('the account’s page is another one: a dialog that has an address of its own is one', async ({
  page,
}) => {
  const open = (): Promise<boolean> =>
    page.evaluate(() => {
      location.hash = '#/settings';
      document.body.innerHTML = '<div aria-modal="true">Settings</div>';
      return true;
    });
  expect(await comesToAnotherPage(page, { open })).toBe(true);
});
