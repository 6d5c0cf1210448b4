import { test as base } from '@playwright/test';
import type { PersonName, RunningTarget } from '../../../targets/target.ts';
import { LIMITS_FOR_PEOPLE } from '../../../targets/reference/limits.ts';
import {
  type ReferenceOptions,
  type RunningReference,
  startReference,
} from '../../../targets/reference/start.ts';
import { AuditRun } from './audit-run.ts';

export interface CommandFixtures {
  /** Starts `playwright test` with words and variables; whatever it leaves is removed after the test. */
  audit: (env?: NodeJS.ProcessEnv, ...words: string[]) => AuditRun;
  /** Starts a chatbot in the process of the test; it is closed after the test. */
  chatbot: (options?: ReferenceOptions) => Promise<RunningReference>;
}

/** Milliseconds: each run is a Playwright of its own, and may wait for its turn on a busy machine. */
const TIMEOUT = 600_000;

export const test = base.extend<CommandFixtures & { patience: void }>({
  // `test.describe.configure` in a module that spec files share would reach the first of them alone.
  patience: [
    async ({}, use, testInfo) => {
      testInfo.setTimeout(TIMEOUT);
      await use();
    },
    { auto: true },
  ],
  audit: async ({}, use, testInfo) => {
    const runs: AuditRun[] = [];
    await use((env = {}, ...words) => {
      const run = new AuditRun(`unit-${testInfo.testId}-${runs.length}`, words, env);
      runs.push(run);
      return run;
    });
    await Promise.all(runs.map((run) => run.discard()));
  },
  chatbot: async ({}, use) => {
    const running: RunningReference[] = [];
    await use(async (options) => {
      // An audit by address knows no limits, so it keeps no session in use: none may end before it does.
      const chatbot = await startReference({ limits: LIMITS_FOR_PEOPLE, ...options });
      running.push(chatbot);
      return chatbot;
    });
    await Promise.all(running.map((chatbot) => chatbot.close()));
  },
});

/** Two accounts that no chatbot has. */
export const NOBODIES = {
  ALICE_USERNAME: 'alice',
  ALICE_PASSWORD: 'follow-the-white-rabbit',
  BOB_USERNAME: 'bob',
  BOB_PASSWORD: 'can-we-fix-it',
};

/** The variables for an audit of a chatbot by its address, or by that of what stands before it. */
export function ownChatbotAt(
  { origin, people }: Pick<RunningTarget, 'origin' | 'people'>,
  wrong: Partial<Record<PersonName, string>> = {},
): NodeJS.ProcessEnv {
  return {
    TARGET_URL: origin,
    ALICE_USERNAME: people.alice.username,
    ALICE_PASSWORD: wrong.alice ?? people.alice.password.reveal(),
    BOB_USERNAME: people.bob.username,
    BOB_PASSWORD: wrong.bob ?? people.bob.password.reveal(),
  };
}

export { expect } from '@playwright/test';
