import type { Page } from '@playwright/test';
import { appears } from './take-steps.ts';

/** Every address that can be read on the page: in fields, in texts and in dialogs. */
export async function linksOn(page: Page): Promise<string[]> {
  return (await page.evaluate(readLinks, { known: [] })) ?? [];
}

/**
 * The first address on the page that was not there before, and leads to where the product is.
 *
 * @returns undefined: none came up in time
 */
export async function newLink(
  page: Page,
  { known, origins, timeoutMs }: { known: string[]; origins: string[]; timeoutMs: number },
): Promise<string | undefined> {
  let found: string | undefined;
  await appears(async () => {
    const options = { timeout: timeoutMs };
    const handle = await page.waitForFunction(readLinks, { known, origins }, options);
    [found] = (await handle.jsonValue()) ?? [];
  });
  return found;
}

/** Runs in the page. Undefined where there is none, for a wait to go on. */
function readLinks({
  known,
  origins,
}: {
  known: string[];
  origins?: string[];
}): string[] | undefined {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const values = roots
    .flatMap((root) => [...root.querySelectorAll('input, textarea')])
    .map((field) => ('value' in field ? String(field.value) : ''));
  const texts = roots
    .flatMap((root) => (root instanceof Document ? [root.body] : [...root.children]))
    .flatMap((element) => (element instanceof HTMLElement ? element.innerText.split(/\s+/) : []));
  const anchors = roots.flatMap((root) => [
    ...root.querySelectorAll<HTMLAnchorElement>(
      'dialog a, [role="dialog"] a, [role="alertdialog"] a, [role="status"] a, [role="alert"] a',
    ),
  ]);
  const links = [...values, ...texts, ...[...anchors].map(({ href }) => href)].filter(
    (text) =>
      /^https?:\/\/\S+$/.test(text) &&
      URL.canParse(text) &&
      text !== location.href &&
      !known.includes(text) &&
      (origins === undefined || origins.includes(new URL(text).origin)),
  );
  return links.length > 0 ? links : undefined;
}
