import type { Page, Request } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';

/** How a page came by its document. */
interface Course {
  /** It is the answer to a form that was posted; that of every other page was only asked for. */
  posted: boolean;
  /** Another one is on its way. */
  next: Request | undefined;
}

const courses = new WeakMap<Page, Course>();

/** How long a document that is on its way may take to begin; milliseconds. */
const BEGINS_MS = 15_000;
/** How often one looks for that; milliseconds. */
const LOOK_MS = 20;

/** Follows from now on which documents a page goes to: what can be loaded anew without sending anything, and what is still to come. */
export function followDocument(page: Page): void {
  if (courses.has(page)) return;
  const course: Course = { posted: false, next: undefined };
  courses.set(page, course);
  const goes = (request: Request): boolean =>
    request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on('request', (request) => {
    if (goes(request)) course.next = request;
  });
  page.on('response', (response) => {
    if (goes(response.request())) course.posted = response.request().method() === 'POST';
  });
  page.on('requestfailed', (request) => {
    if (request === course.next) course.next = undefined;
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) course.next = undefined;
  });
}

/**
 * Loads a page anew as somebody does who does not say the same once more: where the page is the answer to a form, the
 * browser would send the form again (it asks first, and Playwright says yes), so that the address is opened instead.
 */
export async function loadAnew(page: Page): Promise<void> {
  if (courses.get(page)?.posted) await page.goto(page.url(), { waitUntil: 'domcontentloaded' });
  else await page.reload({ waitUntil: 'domcontentloaded' });
}

/** Waits until a document that is on its way has begun, but not for ever: from a server that does not answer one goes Back, too. */
async function nextDocument(page: Page): Promise<void> {
  const course = courses.get(page);
  if (!course?.next) return;
  const deadline = Date.now() + BEGINS_MS;
  while (course.next && Date.now() < deadline) await pause(LOOK_MS);
  // The browser cannot be told to go anywhere until the new document is the one that its page is at.
  await page.locator('html').waitFor({ state: 'attached' });
}

/** What Chromium calls the page that asks whether to send a form again. */
const ASKS_TO_SEND_AGAIN = 'net::ERR_CACHE_MISS';

/**
 * Goes Back and Forward, once a document that is on its way has begun: in the moment in which one takes the place of another
 * the browser cannot be told to go anywhere.
 */
export async function backAndForward(page: Page): Promise<void> {
  await nextDocument(page);
  await page.goBack({ waitUntil: 'domcontentloaded' });
  await forwardTo(page, page.url());
}

/**
 * Goes Forward to where one has come from. Where the browser asks whether to send a form again, that is declined.
 *
 * @param otherwise an address that is opened then
 */
export async function forwardTo(page: Page, otherwise: string): Promise<void> {
  try {
    await page.goForward({ waitUntil: 'domcontentloaded' });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes(ASKS_TO_SEND_AGAIN)) throw error;
    await page.waitForURL(/^chrome-error:/, { waitUntil: 'commit' });
    await page.goto(otherwise, { waitUntil: 'domcontentloaded' });
  }
}
