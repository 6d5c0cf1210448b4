import type { Locator, Page } from '@playwright/test';
import { dialogs } from './question.ts';
import { appears } from './take-steps.ts';

/** Says no to cookies that nobody needs; where a banner has no such button, it is closed in the other way. */
const REJECT =
  /^\W*(reject|decline|refuse|deny)\b|\b(only|just) (the )?(necessary|essential|required)\b|\b(necessary|essential|required)( cookies)? only\b|ablehnen|nur (notwendige|erforderliche|essenzielle)|tout refuser|^\W*refuser\b|uniquement les (nécessaires|essentiels)/i;
const ACCEPT =
  /^\W*(accept|allow|agree|got it|ok(ay)?|i understand|understood|dismiss|close|akzeptieren|verstanden|zustimmen|tout accepter|accepter|autoriser|fermer|d.accord|j.ai compris)\b/i;
const BANNER =
  '[id*="cookie" i], [class*="cookie" i], [aria-label*="cookie" i], [id*="consent" i], [class*="consent" i], [aria-label*="consent" i], [id*="gdpr" i], [class*="gdpr" i]';
/**
 * What asks for cookies by its words alone: a dialog about them that can be answered for all of them at once. Texts of
 * neighbours stand next to each other without a gap: no word has an end there.
 */
const ASKS_FOR_CONSENT = /cookie|privacy|consent|tracking|datenschutz|einwilligung|confidentialit/i;
const FOR_ALL =
  /^\W*(accept|allow|reject|decline|refuse|deny) (all|cookies)\b|\balle[sn]? (cookies )?(akzeptieren|annehmen|zulassen|ablehnen)\b|^\W*tout (accepter|refuser)\b/i;

/** Leaves a tour or a greeting, the shortest way first. */
const LEAVES = [
  /^\W*(skip|not now|(maybe )?later|no,? thanks?|dismiss|close|überspringen|später|nicht jetzt|schließen|passer|ignorer|plus tard|pas maintenant|non,? merci|fermer)\b/i,
  /^\W*(got it|ok(ay)?|done|finish|(i )?understand|understood|(let.s )?get started|let.s (go|begin|start)|start chatting|verstanden|fertig|los geht.s|d.accord|(j.ai )?compris|terminer|c.est parti)\b/i,
  /^\W*(next|continue|weiter|suivant|continuer)\W*$/i,
];
const LEAVES_ANY = new RegExp(LEAVES.map(({ source }) => `(?:${source})`).join('|'), 'i');
/** A tour has fewer pages. */
const MOST_PAGES = 12;
/** How long a click that nothing hinders may take; milliseconds. */
const CLICKED_MS = 2_000;

/** The buttons of banners that ask for cookies: what says no to them, and what says yes. */
function consentButtons(page: Page): { no: Locator; any: Locator } {
  const asking = page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .or(page.getByRole('region'))
    .filter({ hasText: ASKS_FOR_CONSENT, has: page.getByRole('button', { name: FOR_ALL }) });
  const banner = page.locator(BANNER).or(asking);
  const button = (names: RegExp): Locator =>
    banner.getByRole('button', { name: names }).filter({ visible: true });
  return { no: button(REJECT), any: button(REJECT).or(button(ACCEPT)).first() };
}

async function answerBanner(page: Page): Promise<void> {
  const { no, any } = consentButtons(page);
  const [first] = await no.all();
  await clickIfThere(first ?? any);
}

/** Banners that ask for cookies are answered whenever one is there: nobody who audits a chat opens them on purpose. */
export async function answerConsent(page: Page): Promise<void> {
  const { any } = consentButtons(page);
  await page.addLocatorHandler(any, () => answerBanner(page), { noWaitAfter: true });
}

/**
 * Does something in which the harness itself opens no dialog: what greets a person then, or shows her around, is left.
 *
 * Elsewhere a dialog with “Done” in it may be the one that is being worked with.
 */
export async function pastGreetings<T>(page: Page, action: () => Promise<T>): Promise<T> {
  const greeting = greetings(page).first();
  await page.addLocatorHandler(greeting, () => leaveGreetings(page), { noWaitAfter: true });
  try {
    return await action();
  } finally {
    await page.removeLocatorHandler(greeting);
  }
}

/** Leaves what greets a person now, page by page; a banner first, whose buttons would be taken for the page's own. */
export async function leaveGreetings(page: Page): Promise<void> {
  if (await consentButtons(page).any.isVisible()) await answerBanner(page);
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const greeting = greetings(page).last();
    if (!(await greeting.isVisible())) return;
    const ways = LEAVES.map((names) =>
      greeting.getByRole('button', { name: names }).filter({ visible: true }).first(),
    );
    const shown = await Promise.all(ways.map((way) => way.isVisible()));
    const way = ways.find((_, index) => shown[index]);
    if (!way || !(await clickIfThere(way))) return;
  }
}

function greetings(page: Page): Locator {
  const way = page.getByRole('button', { name: LEAVES_ANY }).filter({ visible: true });
  return dialogs(page).filter({ has: way });
}

/** What goes away by itself meanwhile stands in nobody's way. */
function clickIfThere(control: Locator): Promise<boolean> {
  return appears(() => control.click({ timeout: CLICKED_MS }));
}
