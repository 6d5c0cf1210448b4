import { test as base, type Browser } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { Session } from '../../../fixtures/people/session.ts';
import { Vault } from '../../../fixtures/redaction/vault.ts';
import { TrafficTap } from '../../../fixtures/traffic/tap.ts';
import { profileSchema } from '../../../targets/profile.ts';
import type { RunningTarget } from '../../../targets/target.ts';
import { newPeople, serve, type Stranger } from '../strangers/stranger.ts';

export { expect } from '@playwright/test';

/** A server on loopback whose pages are given, and that answers a path that ends in a number with that status. */
export function serveStatuses(pages: Record<string, string> = {}): Promise<Stranger> {
  return serve('127.0.0.1', newPeople('alice', 'bob'), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://little');
    const page = pages[pathname];
    const status = Number(/\d{3}$/.exec(pathname)?.[0] ?? 200);
    response.writeHead(status, {
      'content-type': page === undefined ? 'text/plain' : 'text/html',
      'access-control-allow-origin': '*',
    });
    response.end(page === undefined ? '' : `<!doctype html><title>little</title>${page}`);
    return Promise.resolve();
  });
}

/** Keeps the texts of the links and buttons that were clicked, in `localStorage.clicked`. */
export const recordClicks = `<script>addEventListener('click', ({ target }) => {
  const control = target.closest('a, button');
  if (control) localStorage.clicked = (localStorage.clicked ?? '') + control.textContent + '|';
}, true)</script>`;

/** The product at an address, of which nothing is known. */
export function asTarget(address: string): RunningTarget {
  const account = (username: string) => ({
    username,
    password: new Secret('no one signs in here'),
  });
  return {
    name: 'little',
    profile: profileSchema.parse({ name: 'little' }),
    origin: new URL(address).origin,
    people: { alice: account('alice'), bob: account('bob') },
    close: () => Promise.resolve(),
  };
}

async function sessionAt(browser: Browser, target: RunningTarget): Promise<Session> {
  const context = await browser.newContext();
  const tap = new TrafficTap(context, new Vault());
  const page = await context.newPage();
  await tap.watch(page);
  await page.goto(target.origin);
  return new Session('a session', context, page, tap, target, 'alice');
}

interface LittleProduct {
  /** Serves pages until the test ends, and opens the one at `/` in a browser of its own. */
  openProduct: (pages: Record<string, string>) => Promise<Session>;
  /** The origin of somebody else, who answers like the product. */
  elsewhere: string;
}

export const test = base.extend<LittleProduct>({
  openProduct: async ({ browser }, use) => {
    const opened: { session: Session; product: Stranger }[] = [];
    await use(async (pages) => {
      const product = await serveStatuses(pages);
      const session = await sessionAt(browser, asTarget(product.origin));
      opened.push({ session, product });
      return session;
    });
    for (const { session, product } of opened) {
      await session.close();
      await product.close();
    }
  },

  elsewhere: async ({}, use) => {
    const other = await serveStatuses();
    await use(other.origin);
    await other.close();
  },
});
