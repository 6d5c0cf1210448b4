import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../fixtures/machine/root.mjs';
import { SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import type { RunningReference } from '../../../targets/reference/start.ts';
import { expect, ownChatbotAt, test as base } from './command-test.ts';

const KEY = 'correct-horse-battery-staple';
const CHECK = '@idleSessionEndsOnServer';
/** Seconds, of the chatbots here. */
const { idleSeconds } = SHORT_IDLE_LIMIT;
/** A session is judged at this multiple of the limit; milliseconds. */
const DUE_MS = idleSeconds * 1.25 * 1000;

const test = base.extend<{
  /** The file in which the sessions of a chatbot are parked; removed after the test. */
  fileOf: (chatbot: RunningReference) => string;
  /** Variables for a run that may wait for less than the limit of a chatbot. */
  nightly: (chatbot: RunningReference) => NodeJS.ProcessEnv;
}>({
  fileOf: async ({}, use) => {
    const files: string[] = [];
    await use(({ origin }) => {
      const file = path.join(
        ROOT,
        `reports/parked/${new URL(origin).host.replace(':', '-')}.sealed`,
      );
      files.push(file);
      return file;
    });
    for (const file of files) rmSync(file, { force: true });
  },
  nightly: async ({}, use, testInfo) => {
    await use((chatbot) => {
      const { TARGET_URL: origin, ...accounts } = ownChatbotAt(chatbot);
      const profile = testInfo.outputPath('profile.json');
      writeFileSync(
        profile,
        JSON.stringify({ name: 'Night chat', origin, policy: { idleSeconds } }),
      );
      return { ...accounts, TARGET: profile, LONGEST_WAIT_SECONDS: '1' };
    });
  },
});

for (const [title, flaw, exitCode, outcome] of [
  ['ended meanwhile passes', undefined, 0, 'pass'],
  ['never ends is a flaw', 'noIdleLimit', 1, 'fail'],
] as const) {
  test(`a session that one run parks and that ${title} in the next`, async ({
    audit,
    chatbot,
    fileOf,
    nightly,
  }) => {
    const running = await chatbot({ limits: SHORT_IDLE_LIMIT, ...(flaw ? { flaw } : {}) });
    const env = { ...nightly(running), PARKING_KEY: KEY };
    const file = fileOf(running);

    const first = audit(env, '--grep', CHECK);
    expect(await first.exitCode, first.lastWords).toBe(0);
    expect(first.stdout.replaceAll(/\s+/g, ' ')).toContain('no earlier run has parked a session');
    expect(first.stdout).toContain('Parked at Night chat: a run after ');
    const parkedBy = Date.now();
    expect(readFileSync(file).includes('__Host-')).toBe(false);

    await expect.poll(() => Date.now() - parkedBy, { timeout: 60_000 }).toBeGreaterThan(DUE_MS);
    const second = audit(env, '--grep', CHECK);
    expect(await second.exitCode, second.lastWords).toBe(exitCode);
    expect(second.findings().results).toMatchObject([{ outcome }]);
    expect(second.output).not.toContain(KEY);
  });
}

test('a store that cannot be opened is named, kept, and red', async ({
  audit,
  chatbot,
  fileOf,
  nightly,
}) => {
  const running = await chatbot({ limits: SHORT_IDLE_LIMIT });
  const file = fileOf(running);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'not ours');
  const run = audit({ ...nightly(running), PARKING_KEY: KEY }, '--grep', CHECK);
  expect(await run.exitCode, run.lastWords).toBe(1);
  expect(run.findings().results).toMatchObject([{ outcome: 'inconclusive' }]);
  expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'is not sealed by this program; it was left as it is',
  );
  expect(readFileSync(file, 'utf8')).toBe('not ours');
});
