import type { Page } from '@playwright/test';

/** Pages whose document is the answer to a form that was posted; that of every other page was only asked for. */
const posted = new WeakMap<Page, boolean>();

/** Follows from now on whether the document of a page can be loaded anew without sending anything. */
export function followDocument(page: Page): void {
  if (posted.has(page)) return;
  posted.set(page, false);
  page.on('response', (response) => {
    const request = response.request();
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
    posted.set(page, request.method() === 'POST');
  });
}

/**
 * Loads a page anew as somebody does who does not say the same once more: where the page is the answer to a form, the
 * browser would send the form again (it asks first, and Playwright says yes), so that the address is opened instead.
 */
export async function loadAnew(page: Page): Promise<void> {
  if (posted.get(page)) await page.goto(page.url(), { waitUntil: 'domcontentloaded' });
  else await page.reload({ waitUntil: 'domcontentloaded' });
}

/** What Chromium calls the page that asks whether to send a form again. */
const ASKS_TO_SEND_AGAIN = 'net::ERR_CACHE_MISS';

/** Goes Back and Forward; where the browser asks then whether to send a form again, that is declined by going Back. */
export async function backAndForward(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'domcontentloaded' });
  try {
    await page.goForward({ waitUntil: 'domcontentloaded' });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes(ASKS_TO_SEND_AGAIN)) throw error;
    await page.goBack({ waitUntil: 'domcontentloaded' });
  }
}
