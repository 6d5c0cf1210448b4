import type { Dialog, Locator, Page } from '@playwright/test';
import { appears } from './take-steps.ts';

/** How long a product may take to ask again; milliseconds. */
const ASKS_MS = 1_500;
const NO =
  /cancel|abort|close|\bno\b|keep|back|abbrechen|zurück|annuler|fermer|\bnon\b|garder|conserver|retour/i;

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
  await acceptingDialogs(page, action, answer);
  const confirm = dialogs(page)
    .getByRole('button', { name: yes })
    .filter({ hasNotText: NO, visible: true });
  if (!(await appears(() => confirm.first().waitFor({ timeout: ASKS_MS })))) return;
  await confirm.last().click();
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
