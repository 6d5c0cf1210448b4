import type { Locator, Page } from '@playwright/test';

const ERROR_TEXT =
  '[role="alert"], [aria-live="assertive"], [class*="error" i], [id*="error" i], [class*="alert" i]';
/** How long a refusal of a sign-in may take; milliseconds. */
const REFUSED_MS = 30_000;

/** What a form says is wrong. */
export function complaintsOn(page: Page): Locator {
  return page.locator(ERROR_TEXT).filter({ visible: true });
}

/** The first complaint that was not on the page before, while a password is asked for. */
export async function newComplaint(page: Page, before: string[]): Promise<string | undefined> {
  const handle = await page.waitForFunction(
    ({ selector, known }) => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const root of roots) {
        for (const { shadowRoot } of root.querySelectorAll('*'))
          if (shadowRoot) roots.push(shadowRoot);
      }
      if (!roots.some((root) => root.querySelector('input[type="password"]'))) return undefined;
      const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
      for (const element of all) {
        const text = element.innerText.trim();
        if (text && element.checkVisibility() && !known.includes(text)) return text.slice(0, 160);
      }
      return undefined;
    },
    { selector: ERROR_TEXT, known: before.map((text) => text.trim()) },
    { timeout: REFUSED_MS },
  );
  return handle.jsonValue();
}
