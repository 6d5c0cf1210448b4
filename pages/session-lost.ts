import type { Page } from '@playwright/test';
import { shownAddress } from '../checks/shown-address.ts';
import type { Composer } from './composer.ts';
import { waysToSignIn } from './ways-to-sign-in.ts';

/** The button of any form is called so, too, that of a message among them. */
const OF_ANY_FORM = /^\W*(enter|submit)\b/i;

/**
 * What is to be said of a page that asks somebody to sign in who had done so: no line of a profile finds a box to write in
 * there. One that lets anybody write beside a way to sign in does not ask for it.
 *
 * @param when what was to be done, as in `before a message was sent`
 * @returns undefined: it asks for nothing of the kind
 */
export async function sessionLost(
  page: Page,
  composer: Pick<Composer, 'asksForWords'>,
  when: string,
): Promise<string | undefined> {
  const ways = waysToSignIn(page).filter({ hasNotText: OF_ANY_FORM });
  const asks = (await asksForPassword(page)) || (await ways.count()) > 0;
  if (!asks || (await composer.asksForWords())) return undefined;
  return `${shownAddress(page.url())} asks to sign in again: the session was lost ${when}; see whether it ended by itself, or with another sign-in or request of the same account`;
}

/** Whether a password is asked for, as pages do that know nobody, and pages of settings. */
export async function asksForPassword(page: Page): Promise<boolean> {
  return page.locator('input[type="password"]').filter({ visible: true }).first().isVisible();
}
