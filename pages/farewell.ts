import type { Page } from '@playwright/test';

/** Words by which pages say that something did not go as it should. */
const COMPLAINT =
  /error|fail|could\s?n.t|could not|cannot|can.t\b|unable|not (been |be )?(signed|logged|reach)|still|(?<!(sign|log)[ -]?in )again|offline|connection|problem|unreachable|wrong|fehler|fehlgeschlagen|konnten? nicht|nicht (abgemeldet|erreich)|noch angemeldet|erneut|verbindung|erreur|échou|échec|impossible|injoignable|n.a pas pu|toujours (connecté|ouverte)|réessay|hors ligne/i;

/** What a page shows at one moment, as far as it may tell whether somebody is signed in. */
export interface Showing {
  /** The browser shows a page of its own in the place of one that did not come. */
  isOfTheBrowser: boolean;
  asksForPassword: boolean;
  /** Its texts, line by line. */
  lines: string[];
  /** The names of what can be clicked and filled in. */
  controls: string[];
}

/** A sign-out that nothing disturbed. */
export interface Farewell {
  before: Showing;
  after: Showing;
}

export async function showingOf(page: Page): Promise<Showing> {
  const isOfTheBrowser = page.url().startsWith('chrome-error:');
  const form = page.locator('input[type="password"]').filter({ visible: true });
  const shown = await page.evaluate(readPage);
  return { isOfTheBrowser, asksForPassword: (await form.count()) > 0, ...shown };
}

/**
 * Whether a page tells the person that she is signed out.
 *
 * A form for a password says so by itself. Other products ask for the user name first, or let a guest write: there,
 * what came and what went at a sign-out that nothing disturbed is looked for.
 *
 * @param before what the same page showed until then: words that stand there anyway are no complaint
 * @returns `unclear`: the page is like neither side of the usual sign-out
 */
export function tellsSignedOut(
  now: Showing,
  before: Showing,
  usual: Farewell,
): boolean | 'unclear' {
  // What the browser itself shows is nobody's word.
  if (now.isOfTheBrowser) return false;
  const known = [...usual.after.lines, ...before.lines];
  if (now.lines.some((line) => !known.includes(line) && COMPLAINT.test(line))) return false;
  if (now.asksForPassword) return true;
  const signs = signsOf(now);
  const came = missingIn(usual.before, usual.after).some((sign) => signs.includes(sign));
  const stayed = missingIn(usual.after, usual.before).some((sign) => signs.includes(sign));
  return came === stayed ? 'unclear' : came;
}

const signsOf = ({ lines, controls }: Showing): string[] => [...lines, ...controls];

/** What one page shows and the other does not. */
function missingIn(other: Showing, showing: Showing): string[] {
  const signs = signsOf(other);
  return signsOf(showing).filter((sign) => !signs.includes(sign));
}

/** Runs in the page. */
function readPage(): Pick<Showing, 'lines' | 'controls'> {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const lines = roots
    .flatMap((root) => (root instanceof Document ? [root.body] : [...root.children]))
    .flatMap((element) => (element instanceof HTMLElement ? element.innerText.split('\n') : []))
    .map((line) => line.trim());
  const controls = roots
    .flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>(
        'a, button, input, textarea, [role="button"], [role="link"], [role="textbox"], [contenteditable]',
      ),
    ])
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const written = ['aria-label', 'title', 'placeholder', 'name', 'type'];
      const names = written.map((name) => element.getAttribute(name) ?? '');
      return [element.tagName, ...names, element.innerText.trim()].join(' ').trim();
    });
  return { lines: lines.filter((line) => line !== ''), controls };
}
