import type { Locator, Page } from '@playwright/test';
import { openersOf } from './openers.ts';
import { appears } from './take-steps.ts';

/** How long a menu may take to open; milliseconds. */
const MENU_MS = 1_500;

/** What is clicked: by role and name, and visible. */
export function controls(root: Page | Locator, names: RegExp): Locator {
  return root
    .getByRole('menuitem', { name: names })
    .or(root.getByRole('button', { name: names }))
    .or(root.getByRole('link', { name: names }))
    .or(root.getByRole('tab', { name: names }))
    .filter({ visible: true });
}

/**
 * Brings a control onto the screen: it is there already, or one menu has to be opened.
 *
 * @param wanted every element that may be it
 * @param menus names of controls that may hide it, where they do not say so by their attributes
 * @param ours sorts out what belongs to something else, such as another conversation's entry in a list
 * @returns the control; undefined: there is none, and the page is as it was
 */
export async function bringUp(
  page: Page,
  wanted: Locator,
  menus: RegExp,
  ours: (control: Locator) => Promise<boolean> = () => Promise.resolve(true),
): Promise<Locator | undefined> {
  const present = await firstOf(wanted, ours);
  if (present) return present;
  for (const opener of await openersOf(page, menus)) {
    if (!(await opener.isVisible()) || !(await ours(opener))) continue;
    const address = page.url();
    await opener.click();
    await appears(() => wanted.first().waitFor({ timeout: MENU_MS }));
    const found = await firstOf(wanted, ours);
    if (found) return found;
    await page.keyboard.press('Escape');
    if (page.url() !== address) await page.goBack();
  }
  return undefined;
}

async function firstOf(
  wanted: Locator,
  ours: (control: Locator) => Promise<boolean>,
): Promise<Locator | undefined> {
  for (const each of await wanted.all()) {
    if ((await each.isVisible()) && (await ours(each))) return each;
  }
  return undefined;
}
