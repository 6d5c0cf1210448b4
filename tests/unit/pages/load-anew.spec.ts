import { expect, type Page, test as base } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { backAndForward, followDocument, loadAnew } from '../../../pages/load-anew.ts';

interface Guestbook {
  origin: string;
  /** What was written in it. */
  written: string[];
}

/** Answers a form with a page, at `/there`, or leads to one, at `/`; keeps nothing back from being written twice. */
const test = base.extend<{ guestbook: Guestbook }>({
  guestbook: async ({}, use) => {
    const written: string[] = [];
    const server = createServer((request, response) => {
      request.resume();
      const leads = request.method === 'POST' && request.url === '/';
      if (request.method === 'POST') written.push(request.url ?? '');
      response.writeHead(leads ? 303 : 200, {
        ...(leads ? { location: '/' } : {}),
        ...{ 'content-type': 'text/html', 'cache-control': 'no-store' },
      });
      response.end('<form method="post"><button>Write</button></form>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await use({ origin: `http://127.0.0.1:${port}`, written });
    server.closeAllConnections();
    server.close();
  },
});

/** Follows the page, and comes to the form with another page behind it. */
async function comeTo(page: Page, { origin }: Guestbook, place: string): Promise<void> {
  followDocument(page);
  await page.goto(origin);
  await page.goto(`${origin}${place}`);
}

for (const place of ['/', '/there']) {
  test(`what a form at ${place} was answered with is loaded anew, and nothing is sent again`, async ({
    page,
    guestbook,
  }) => {
    await comeTo(page, guestbook, place);
    await page.getByRole('button').click();
    await expect.poll(() => guestbook.written).toEqual([place]);

    await loadAnew(page);
    await expect(page).toHaveURL(`${guestbook.origin}${place}`);
    await loadAnew(page);

    expect(guestbook.written).toEqual([place]);
  });

  test(`going Back and Forward over a form at ${place} sends nothing again`, async ({
    page,
    guestbook,
  }) => {
    await comeTo(page, guestbook, place);
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button').click({ noWaitAfter: true });
    await asked;

    await backAndForward(page);

    await expect(page.getByRole('button')).toBeVisible();
    expect(guestbook.written).toEqual([place]);
  });
}
