import type { Locator, Page } from '@playwright/test';
import type { RunningTarget } from '../targets/target.ts';
import type { AccountMenu } from './account-menu.ts';
import { locate } from './locate.ts';
import { appears } from './take-steps.ts';

/** How long a menu may take to open; milliseconds. */
const MENU_MS = 1_000;

/** How the way to sign out is reached on a page. */
export interface SignOutReach {
  reachedBy: 'in sight' | 'in a menu' | undefined;
  /** It, or the control that opens its menu, stands inside the window. */
  withoutScrolling: boolean;
}

/** Looks for the way to sign out as somebody would who does not scroll; leaves no menu open. */
export async function reachOfSignOut(
  page: Page,
  { profile }: RunningTarget,
  menu: AccountMenu,
): Promise<SignOutReach> {
  const { steps } = profile.signOut;
  if (steps) return reachBySteps(page, steps);
  if (await menu.signOutControl.isVisible()) {
    const withoutScrolling = await standsInWindow(menu.signOutControl);
    return { reachedBy: 'in sight', withoutScrolling };
  }
  return behind(page, menu);
}

async function reachBySteps(
  page: Page,
  steps: NonNullable<RunningTarget['profile']['signOut']['steps']>,
): Promise<SignOutReach> {
  const clicks = steps.flatMap((step) => ('click' in step ? [step.click] : []));
  const [first] = clicks;
  const control = first && locate(page, first);
  if (!control || !(await control.isVisible())) {
    return { reachedBy: undefined, withoutScrolling: false };
  }
  const reachedBy = clicks.length > 1 ? 'in a menu' : 'in sight';
  return { reachedBy, withoutScrolling: await standsInWindow(control) };
}

/** Opens what stands in the window; and what that brings up: a drawer may hold the menu. */
async function behind(page: Page, menu: AccountMenu): Promise<SignOutReach> {
  const first = await openersIn(menu);
  for (const opener of first) {
    if (!(await canBeClicked(opener))) continue;
    if (await opens(opener, menu)) return close(page, menu, 2);
    for (const inner of await openersIn(menu)) {
      if (!(await canBeClicked(inner)) || (await isAmong(inner, first))) continue;
      if (await opens(inner, menu)) return close(page, menu, 3);
    }
    await page.keyboard.press('Escape');
  }
  return { reachedBy: undefined, withoutScrolling: false };
}

type Handle = Awaited<ReturnType<Locator['elementHandles']>>[number];

/** As elements, because the first visible one is another when a menu has opened. */
async function openersIn(menu: AccountMenu): Promise<Handle[]> {
  const found = await menu.openers();
  return (await Promise.all(found.map((each) => each.elementHandles()))).flat();
}

async function canBeClicked(element: Handle): Promise<boolean> {
  return (await element.isVisible()) && standsInWindow(element);
}

async function opens(opener: Handle, menu: AccountMenu): Promise<boolean> {
  await opener.click();
  return appears(() => menu.signOutControl.waitFor({ timeout: MENU_MS }));
}

async function close(page: Page, menu: AccountMenu, levels: number): Promise<SignOutReach> {
  const withoutScrolling = await standsInWindow(menu.signOutControl);
  for (let level = 0; level < levels; level += 1) await page.keyboard.press('Escape');
  return { reachedBy: 'in a menu', withoutScrolling };
}

/** Whether the middle of an element can be seen and clicked where the window stands now. */
async function standsInWindow(element: Locator | Handle): Promise<boolean> {
  const handle = 'elementHandle' in element ? await element.elementHandle() : element;
  if (!handle) return false;
  return handle.evaluate((found: Element) => {
    const { left, top, width, height } = found.getBoundingClientRect();
    return found.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
}

async function isAmong(element: Handle, known: readonly Handle[]): Promise<boolean> {
  for (const each of known) {
    if (await element.evaluate((found, other) => found === other, each)) return true;
  }
  return false;
}
