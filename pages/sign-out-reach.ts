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
  if (await oneStandsInWindow(menu)) return { reachedBy: 'in sight', withoutScrolling: true };
  const onPage = (await menu.signOutControls.count()) > 0;
  const hidden = await behind(page, menu);
  // What lies below is not out of reach where a menu in sight holds it, too.
  if (hidden.withoutScrolling || !onPage) return hidden;
  return { reachedBy: 'in sight', withoutScrolling: false };
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
  const tried = new Set<string>();
  for (;;) {
    const there = new Set(await namesOf(await openersIn(menu)));
    const opener = await nextOf(await openersIn(menu), tried);
    if (!opener) return { reachedBy: undefined, withoutScrolling: false };
    const address = page.url();
    if (await opens(opener, menu)) return close(page, menu, 2, address);
    for (;;) {
      const inner = await nextOf(await openersIn(menu), new Set([...tried, ...there]));
      if (!inner) break;
      tried.add(await nameOf(inner));
      if (await opens(inner, menu)) return close(page, menu, 3, address);
    }
    await leave(page, 1, address);
  }
}

type Handle = Awaited<ReturnType<Locator['elementHandles']>>[number];

/** As elements, because the first visible one is another when a menu has opened. */
async function openersIn(menu: AccountMenu): Promise<Handle[]> {
  const found = await menu.openers();
  return (await Promise.all(found.map((each) => each.elementHandles()))).flat();
}

/** The first that can be clicked, and whose name was not tried; it counts as tried from now on. */
async function nextOf(openers: readonly Handle[], tried: Set<string>): Promise<Handle | undefined> {
  for (const opener of openers) {
    const name = await nameOf(opener);
    if (tried.has(name)) continue;
    tried.add(name);
    if ((await opener.isVisible()) && (await standsInWindow(opener))) return opener;
  }
  return undefined;
}

async function namesOf(openers: readonly Handle[]): Promise<string[]> {
  const names: string[] = [];
  for (const opener of openers) names.push(await nameOf(opener));
  return names;
}

function nameOf(opener: Handle): Promise<string> {
  return opener.evaluate((element: Element) => {
    const label = element.getAttribute('aria-label') ?? element.getAttribute('title');
    return `${element.tagName} ${label ?? element.textContent ?? ''}`;
  });
}

async function opens(opener: Handle, menu: AccountMenu): Promise<boolean> {
  // One that is on the page anyway was not brought up.
  const before = await menu.signOutControls.count();
  await opener.click();
  return appears(() => menu.signOutControls.nth(before).waitFor({ timeout: MENU_MS }));
}

async function close(
  page: Page,
  menu: AccountMenu,
  levels: number,
  address: string,
): Promise<SignOutReach> {
  const withoutScrolling = await oneStandsInWindow(menu);
  await leave(page, levels, address);
  return { reachedBy: 'in a menu', withoutScrolling };
}

/** Closes menus, and goes back where an opener led to another page. */
async function leave(page: Page, levels: number, address: string): Promise<void> {
  for (let level = 0; level < levels; level += 1) await page.keyboard.press('Escape');
  if (page.url() !== address) await page.goBack();
}

async function oneStandsInWindow(menu: AccountMenu): Promise<boolean> {
  for (const control of await menu.signOutControls.all()) {
    if (await standsInWindow(control)) return true;
  }
  return false;
}

/** Whether the middle of an element can be seen and clicked where the window stands now. */
async function standsInWindow(element: Locator | Handle): Promise<boolean> {
  const handle = 'elementHandle' in element ? await element.elementHandle() : element;
  if (!handle) return false;
  return handle.evaluate((found: Element) => {
    const { left, top, width, height } = found.getBoundingClientRect();
    // The document names the component that stands there, and nothing that is inside it.
    const root = found.getRootNode();
    const asked = root instanceof ShadowRoot ? root : document;
    return found.contains(asked.elementFromPoint(left + width / 2, top + height / 2));
  });
}
