import type { Locator, Page } from '@playwright/test';
import type { RunningTarget } from '../targets/target.ts';
import { comesUp } from './quiet.ts';
import { appears } from './take-steps.ts';
import { unlessNavigating } from './unless-navigating.ts';

/** How long a menu may take to open; milliseconds. */
const MENU_MS = 1_500;
/** How long an opener may take to let itself be clicked; milliseconds. */
const CLICKED_MS = 8_000;

const maps = new WeakMap<RunningTarget, MenuMap>();

/**
 * What was seen behind each control of a product that opens something: nobody who looks for the way to export opens the
 * same menu a second time to look for the way to share.
 */
export class MenuMap {
  /** Names of the controls that came up, by the place of the opener. */
  readonly #behind = new Map<string, string[]>();

  static of(target: RunningTarget): MenuMap {
    const known = maps.get(target) ?? new MenuMap();
    maps.set(target, known);
    return known;
  }

  /** Whether a control may come up behind an opener: it did so before, or nobody has looked there. */
  async mayHide(opener: Locator, names: RegExp): Promise<boolean> {
    const place = await placeOf(opener);
    if (place === undefined) return false;
    const behind = this.#behind.get(place);
    return behind === undefined || behind.some((name) => names.test(name));
  }

  /**
   * Clicks an opener, and waits for a control behind it.
   *
   * @returns whether it came up
   */
  async open(page: Page, opener: Locator, wanted: Locator): Promise<boolean> {
    const place = await placeOf(opener);
    const before = new Set(await namesOn(page));
    // What went away meanwhile, or lies under something, opens nothing; the next one may.
    if (!(await appears(() => opener.click({ timeout: CLICKED_MS })))) return false;
    // The last look is at a page that has come to rest: on a busy machine, what had not come up by then would be taken for
    // missing ever after.
    const found = await comesUp(page, () => wanted.isVisible(), MENU_MS);
    const after = await namesOn(page);
    const behind = after.filter((name) => !before.has(name));
    if (place !== undefined) this.#behind.set(place, behind);
    return found;
  }
}

/** On pages of one kind, openers of one name open the same: identifiers in an address do not count. */
async function placeOf(opener: Locator): Promise<string | undefined> {
  const [place] = (await unlessNavigating(() => opener.evaluateAll(placesIn))) ?? [];
  return place;
}

/** Runs in the page. None: what was there a moment ago has gone, as when a menu closed late. */
function placesIn(elements: Element[]): string[] {
  return elements.map((element) => {
    const label = element.getAttribute('aria-label') ?? element.getAttribute('title');
    const name = label ?? element.textContent?.trim() ?? '';
    const path = location.pathname.replace(/[^/]*\d[^/]*|[^/]{20,}/g, '*');
    const entry = element.closest('li, tr, [role="listitem"], [role="row"], [role="option"]');
    return JSON.stringify([path, element.tagName, entry && label === null ? '' : name]);
  });
}

async function namesOn(page: Page): Promise<string[]> {
  const names = await unlessNavigating(() => page.evaluate(namesInDocument));
  return names ?? [];
}

/** Runs in the page. */
function namesInDocument(): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const selector =
    'a, button, summary, input, [role="button"], [role="menuitem"], [role="link"], [role="tab"]';
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const written = ['placeholder', 'title'].map((name) => element.getAttribute(name));
      const label = element.getAttribute('aria-label') ?? element.innerText.trim();
      return [label, ...written].find((name) => name !== null && name !== '') ?? '';
    });
}
