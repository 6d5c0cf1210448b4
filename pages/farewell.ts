import type { Page } from '@playwright/test';
import type { RunningTarget } from '../targets/target.ts';
import { Composer } from './composer.ts';

/** Words by which pages say that something did not go as it should. */
const COMPLAINT =
  /error|fail|could\s?n.t|could not|cannot|can.t\b|unable|not (been |be )?(signed|logged|reach)|still|again|offline|connection|problem|unreachable|wrong/i;

/** What a page shows after somebody asked to sign out. */
export interface Farewell {
  /** A sign-in form shows, or there is no box to write in any more. */
  gone: boolean;
  /** Its texts, line by line. */
  lines: string[];
}

export async function farewellOf(page: Page, { profile }: RunningTarget): Promise<Farewell> {
  // What the browser itself shows in the place of a page that did not come is nobody's word.
  if (page.url().startsWith('chrome-error:')) return { gone: false, lines: [] };
  const form = page.locator('input[type="password"]').filter({ visible: true });
  const gone = (await form.count()) > 0 || !(await new Composer(page, profile).isThere());
  const text = await page.evaluate(() => document.body.innerText);
  const lines = text.split('\n').map((line) => line.trim());
  return { gone, lines: lines.filter((line) => line !== '') };
}

/**
 * Whether a page tells the person that she is signed out.
 *
 * @param usual what it shows after a sign-out that nothing disturbed: words that stand there always are no complaint
 */
export function tellsSignedOut({ gone, lines }: Farewell, usual: Farewell): boolean {
  const complains = lines.some((line) => !usual.lines.includes(line) && COMPLAINT.test(line));
  return gone && !complains;
}
