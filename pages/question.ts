import type { Dialog, ElementHandle, Locator, Page } from '@playwright/test';
import { comesUp } from './quiet.ts';
import { unlessNavigating } from './unless-navigating.ts';

/** How long a product may take to ask again; milliseconds. */
const ASKS_MS = 1_500;
const NO =
  /cancel|abort|close|\bno\b|keep|back|abbrechen|zurück|\bnein\b|behalten|schließen|annuler|fermer|\bnon\b|garder|conserver|retour/i;

/** The dialogs that stand open. */
export function dialogs(page: Page): Locator {
  return page.getByRole('dialog').or(page.getByRole('alertdialog')).filter({ visible: true });
}

/**
 * Does something after which a product may ask again, and says yes: in a dialog of the page, or in one of the browser.
 *
 * @param yes names of the button that confirms
 * @param answer what is typed where the browser's own dialog asks for a text
 */
export async function confirming(
  page: Page,
  yes: RegExp,
  action: () => Promise<void>,
  answer?: string,
): Promise<void> {
  const asked = await watchForQuestion(page, yes);
  await acceptingDialogs(page, action, answer);
  const button = await comesUp(page, asked, ASKS_MS);
  await button?.click();
}

/**
 * Remembers the dialogs that stand open. None of them is a question about what is done next: settings are one in many
 * products, and hold other buttons of such names.
 *
 * @returns looks for the button that says yes to a question that has come up since
 */
export async function watchForQuestion(
  page: Page,
  yes: RegExp,
): Promise<() => Promise<ElementHandle | undefined>> {
  const confirm = dialogs(page)
    .getByRole('button', { name: yes })
    .filter({ hasNotText: NO, visible: true });
  const open = await dialogs(page).elementHandles();
  const names = await confirm.allInnerTexts();
  return () =>
    unlessNavigating(async () => {
      for (const button of (await confirm.elementHandles()).reverse()) {
        const isNew = !names.includes(await button.innerText());
        if (isNew || !(await button.evaluate(isWithinOneOf, open))) return button;
      }
      return undefined;
    });
}

/** Runs in the page. */
function isWithinOneOf(button: Node, others: Node[]): boolean {
  if (others.some((other) => other.contains(button))) return true;
  // What is around a component is around all that is in it.
  const root = button.getRootNode();
  return root instanceof ShadowRoot && isWithinOneOf(root.host, others);
}

/** Does something during which the browser's own dialogs are answered with yes, or with a text. */
export async function acceptingDialogs(
  page: Page,
  action: () => Promise<void>,
  answer?: string,
): Promise<void> {
  const accept = (dialog: Dialog): void => void dialog.accept(answer);
  page.on('dialog', accept);
  try {
    await action();
  } finally {
    page.off('dialog', accept);
  }
}

/** Closes the dialogs that stand open: what lies behind a modal one cannot be clicked. */
export async function closeDialogs(page: Page): Promise<void> {
  if ((await dialogs(page).count()) > 0) await page.keyboard.press('Escape');
}
