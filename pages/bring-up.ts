import type { Locator, Page } from '@playwright/test';
import type { RunningTarget } from '../targets/target.ts';
import { MenuMap } from './menu-map.ts';
import { leaveGreetings } from './obstacles.ts';
import { openersOf } from './openers.ts';
import { untilQuiet } from './quiet.ts';

/** A page is up when it has not changed for so long, and is waited for so long at most; milliseconds. */
const REST_MS = 300;
const REST_WITHIN_MS = 5_000;

/** What is clicked: by role and name, and visible. */
export function controls(root: Page | Locator, names: RegExp): Locator {
  return root
    .getByRole('menuitem', { name: names })
    .or(root.getByRole('button', { name: names }))
    .or(root.getByRole('link', { name: names }))
    .or(root.getByRole('tab', { name: names }))
    .filter({ visible: true });
}

/** What is looked for, and where. */
export interface Search {
  page: Page;
  target: RunningTarget;
  /** Every element that may be it. */
  wanted: Locator;
  /** How it may be called. */
  names: RegExp;
  /** Names of controls that may hide it, where they do not say so by their attributes. */
  menus: RegExp;
  /** Sorts out what belongs to something else, such as another conversation's entry in a list. */
  ours?: (control: Locator) => Promise<boolean>;
}

/**
 * Brings a control onto the screen: it is there already, or one menu has to be opened.
 *
 * @returns the control; undefined: there is none, and the page is as it was
 */
export async function bringUp({
  page,
  target,
  wanted,
  names,
  menus,
  ours = () => Promise.resolve(true),
}: Search): Promise<Locator | undefined> {
  const present = await firstOf(wanted, ours);
  if (present && (await isInDialog(present))) return present;
  // Whoever has just come in is greeted when the page is up: what is covered cannot be clicked.
  await untilQuiet(page, REST_MS, REST_WITHIN_MS);
  await leaveGreetings(page);
  if (present) return present;
  const map = MenuMap.of(target);
  for (const opener of await openersOf(page, menus)) {
    if (!(await opener.isVisible()) || !(await map.mayHide(opener, names))) continue;
    if (!(await ours(opener))) continue;
    const address = page.url();
    await map.open(page, opener, wanted.first());
    const found = await firstOf(wanted, ours);
    if (found) return found;
    await page.keyboard.press('Escape');
    if (page.url() !== address) await page.goBack();
  }
  return undefined;
}

/** What is around a component is around all that is in it. */
const isInDialog = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => {
    for (let around: Element | undefined = element; around;) {
      if (around.closest('[role="dialog"], [role="alertdialog"], dialog')) return true;
      const root: Node = around.getRootNode();
      around = root instanceof ShadowRoot ? root.host : undefined;
    }
    return false;
  });

async function firstOf(
  wanted: Locator,
  ours: (control: Locator) => Promise<boolean>,
): Promise<Locator | undefined> {
  for (const each of await wanted.all()) {
    if ((await each.isVisible()) && (await ours(each))) return each;
  }
  return undefined;
}
