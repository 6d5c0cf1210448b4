import { test as base } from '@playwright/test';
import type { PersonName } from '../../../targets/target.ts';
import { SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import {
  startReference,
  type ReferenceOptions,
  type RunningReference,
} from '../../../targets/reference/start.ts';
import { HttpClient } from './http-client.ts';

const DEFAULTS = {
  ui: { script: '', style: '' },
  limits: SHORT_IDLE_LIMIT,
  // Passwords are random here, and there are many.
  passwordCost: 1024,
};

/** A clock that only moves when it is told to. */
export class Clock {
  #at = Date.now();

  readonly now = (): number => this.#at;

  advance(seconds: number): void {
    this.#at += seconds * 1000;
  }
}

export interface ChatbotFixtures {
  clock: Clock;
  /** Starts a chatbot without its page; it is closed after the test. */
  start: (options?: ReferenceOptions) => Promise<RunningReference>;
  /** A browser-like client of the chatbot that has signed in. */
  signIn: (chatbot: RunningReference, person?: PersonName) => Promise<HttpClient>;
}

export const test = base.extend<ChatbotFixtures>({
  clock: async ({}, use) => {
    await use(new Clock());
  },
  start: async ({}, use) => {
    const running: RunningReference[] = [];
    await use(async (options = {}) => {
      const chatbot = await startReference({ ...DEFAULTS, ...options });
      running.push(chatbot);
      return chatbot;
    });
    await Promise.all(running.map((chatbot) => chatbot.close()));
  },
  signIn: async ({}, use) => {
    const clients: HttpClient[] = [];
    await use(async (chatbot, person = 'alice') => {
      const client = new HttpClient(chatbot.origin);
      clients.push(client);
      await client.signIn(chatbot.people[person]);
      return client;
    });
    await Promise.all(clients.map((client) => client.close()));
  },
});

export { expect } from '@playwright/test';
