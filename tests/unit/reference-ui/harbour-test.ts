import { expect, test as base, type BrowserContext } from '@playwright/test';
import { LIMITS_FOR_PEOPLE } from '../../../targets/reference/limits.ts';
import {
  startReference,
  type ReferenceOptions,
  type RunningReference,
} from '../../../targets/reference/start.ts';
import type { PersonName } from '../../../targets/target.ts';
import { HarbourTab } from './harbour-tab.ts';

export { expect };

interface Harbour {
  /** Starts a chatbot for this test, with the limits that people have unless others are given. */
  start: (options?: ReferenceOptions) => Promise<RunningReference>;
  /** Opens a tab in this test's browser context, or in another one; nobody is signed in by it. */
  openTab: (chatbot: RunningReference, context?: BrowserContext) => Promise<HarbourTab>;
  /** The same with somebody signed in through the form. */
  signIn: (chatbot: RunningReference, person?: PersonName) => Promise<HarbourTab>;
  /** Another device: a browser context of its own. */
  otherDevice: () => Promise<BrowserContext>;
}

/** What a browser logs where the page breaks its own rules, as opposed to a request that was refused. */
const BREACH = /Content Security Policy|Uncaught|Unhandled/i;

export const test = base.extend<Harbour>({
  start: async ({}, use) => {
    const running: RunningReference[] = [];
    await use(async (options = {}) => {
      const chatbot = await startReference({ limits: LIMITS_FOR_PEOPLE, ...options });
      running.push(chatbot);
      return chatbot;
    });
    for (const chatbot of running) await chatbot.close();
  },

  otherDevice: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      return context;
    });
    for (const context of contexts) await context.close();
  },

  openTab: async ({ context }, use) => {
    const breaches: string[] = [];
    await use(async (chatbot, where = context) => {
      const page = await where.newPage();
      page.on('pageerror', ({ message }) => breaches.push(message));
      page.on('console', (entry) => {
        if (entry.type() === 'error' && BREACH.test(entry.text())) breaches.push(entry.text());
      });
      return new HarbourTab(page, chatbot);
    });
    expect(breaches, 'errors and policy breaches in the page').toEqual([]);
  },

  signIn: async ({ openTab }, use) => {
    await use(async (chatbot, person = 'alice') => {
      const tab = await openTab(chatbot);
      await tab.signIn(person);
      return tab;
    });
  },
});
