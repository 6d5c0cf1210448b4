import type { Page } from '@playwright/test';
import { isNavigation } from './unless-navigating.ts';

/**
 * Waits until nothing has changed in the page for a while.
 *
 * @param quietMs milliseconds without a change of the document
 * @param timeoutMs milliseconds after which the page counts as quiet all the same: some pages never rest
 * @returns whether the page came to rest
 */
export async function untilQuiet(page: Page, quietMs: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const left = deadline - Date.now();
    if (left <= 0) return false;
    try {
      return await page.evaluate(
        ({ quiet, limit }) =>
          new Promise<boolean>((resolve) => {
            const finish = (rested: boolean): void => {
              observer.disconnect();
              clearTimeout(timer);
              clearTimeout(end);
              resolve(rested);
            };
            const rested = (): void => finish(true);
            let timer = setTimeout(rested, quiet);
            const end = setTimeout(() => finish(false), limit);
            const watched = new Set<Node>();
            // What happens in the roots of components is told to nobody outside.
            const watch = (root: Document | ShadowRoot): void => {
              if (watched.has(root)) return;
              watched.add(root);
              observer.observe(root, { subtree: true, childList: true, characterData: true });
              watchWithin(root);
            };
            const watchWithin = (node: ParentNode): void => {
              for (const { shadowRoot } of node.querySelectorAll('*')) {
                if (shadowRoot) watch(shadowRoot);
              }
            };
            const observer = new MutationObserver((records) => {
              clearTimeout(timer);
              timer = setTimeout(rested, quiet);
              // What is new alone: a large page may change many times a second.
              for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
                if (!(node instanceof Element)) continue;
                if (node.shadowRoot) watch(node.shadowRoot);
                watchWithin(node);
              }
            });
            watch(document);
          }),
        { quiet: quietMs, limit: left },
      );
    } catch (error) {
      // A navigation took the document away: the next one is watched instead.
      if (!isNavigation(error)) throw error;
      await page.waitForLoadState('domcontentloaded');
    }
  }
}

/** How long what was asked for may take to come up; milliseconds. */
const COMES_MS = 2_000;

/** Looks for something each time the page has come to rest, for as long as it may take to come up. */
export async function comesUp<T>(
  page: Page,
  wanted: () => Promise<T>,
  withinMs = COMES_MS,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await wanted();
    if (found || Date.now() > deadline) return found;
    await untilQuiet(page, 100, COMES_MS);
  }
}
