import type { Page } from '@playwright/test';
import { untilQuiet } from './quiet.ts';

/** Higher than what is said in any conversation of a run; pixels. */
const TALL = 6_000;

/**
 * Makes the window so tall that all of a conversation stands in it: lists that hold only what is scrolled to leave out the
 * rest of the document, and what is not there would be taken for lost.
 *
 * @returns whether it was lower before
 */
export async function showWhole(page: Page): Promise<boolean> {
  const size = page.viewportSize();
  if (!size || size.height >= TALL) return false;
  await page.setViewportSize({ width: size.width, height: TALL });
  await untilQuiet(page, 300, 5_000);
  return true;
}
