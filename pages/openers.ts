import type { Locator, Page } from '@playwright/test';

/**
 * The visible controls behind which something may be hidden: those that say so by their attributes first, those that are
 * called so after them; in each group the last one first, because products put the person's own menu there.
 */
export async function openersOf(page: Page, names: RegExp): Promise<Locator[]> {
  const declared = page.locator('[aria-haspopup="menu"], [aria-haspopup="true"], summary');
  const closed = page.locator(
    'button[aria-expanded="false"], [role="button"][aria-expanded="false"]',
  );
  const named = page
    .getByRole('button', { name: names })
    .or(page.getByRole('link', { name: names }));
  const found: Locator[] = [];
  for (const group of [declared, closed, named]) {
    found.push(...(await group.filter({ visible: true }).all()).reverse());
  }
  return found;
}
