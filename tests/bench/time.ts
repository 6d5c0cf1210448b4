import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Secret } from '../../checks/secret.ts';
import { dueAfter } from '../../fixtures/idling/expired-cookie.ts';
import { runPlaywright } from '../../fixtures/machine/playwright.ts';
import { LIMITS_FOR_PEOPLE } from '../../targets/reference/limits.ts';
import { newSecret } from '../../targets/reference/server/storage/identifiers.ts';
import { startReference } from '../../targets/reference/start.ts';

/**
 * What an audit costs beyond its longest wait: the embedded chatbot runs for all of it, as one's own would, once with
 * accounts in which stories wait beside each other, and once without. `--all` times the whole audit in the place of the class
 * that waits.
 */

const ROOT = path.join(import.meta.dirname, '..', '..');
/** Seconds. */
const IDLE_SECONDS = 20;
const ABSOLUTE_SECONDS = 60;
/** So many stories wait at once; as many browsers are open then. */
const PLACES = 8;
/** A remembered session’s cookie, kept past its expiry, waits longest. */
const LONGEST = dueAfter(ABSOLUTE_SECONDS);

interface Timed {
  seconds: number;
  /** What Playwright ended with; stories that fail may be over sooner, and 1 is no measurement. */
  code: number;
}

const all = process.argv.includes('--all');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-time-'));
const account = (username: string, password: string) => ({
  username,
  password: new Secret(password),
});
const password = newSecret();
const idleNames = Array.from({ length: PLACES + 1 }, (_, at) => `idle-${at + 1}`);
const chatbot = await startReference({
  limits: {
    ...LIMITS_FOR_PEOPLE,
    ...{ idleSeconds: IDLE_SECONDS, absoluteSeconds: ABSOLUTE_SECONDS, warnBeforeSeconds: 5 },
    ...{ rememberSeconds: ABSOLUTE_SECONDS, rememberIdleSeconds: IDLE_SECONDS },
  },
  people: { alice: account('alice', password), bob: account('bob', password) },
  idleAccounts: idleNames.map((name) => account(name, password)),
});
const profile = path.join(scratch, 'profile.json');
writeFileSync(profile, JSON.stringify({ ...chatbot.profile, origin: chatbot.origin }));
const environment = {
  ...process.env,
  ...{ TARGET: profile, TARGET_URL: '', REFERENCE_FLAW: '', REPORT_NAME: 'bench-time' },
  ...{ ALICE_USERNAME: 'alice', ALICE_PASSWORD: password },
  ...{ BOB_USERNAME: 'bob', BOB_PASSWORD: password },
};

async function time(idleAccounts: NodeJS.ProcessEnv): Promise<Timed> {
  const only = all ? [] : ['--grep', '@idle-timeout'];
  const flags = ['--reporter=list', ...only];
  const startedAt = performance.now();
  const { code } = await runPlaywright(ROOT, flags, { ...environment, ...idleAccounts });
  if (code > 1) throw new Error(`what was to be timed was broken off, and ended with ${code}`);
  return { seconds: (performance.now() - startedAt) / 1000, code };
}

const line = (what: string, { seconds, code }: Timed): string =>
  [
    `${what.padEnd(28)} ${seconds.toFixed(0).padStart(5)} s ${(seconds / LONGEST).toFixed(2).padStart(6)}`,
    ...(code === 0 ? [] : [`no measurement: Playwright ended with ${code}`]),
  ].join('  ');

try {
  const beside = await time({ IDLE_USERNAMES: idleNames.join(','), IDLE_PASSWORD: password });
  const inTurn = await time({ IDLE_USERNAMES: '', IDLE_PASSWORD: '' });
  console.log(
    [
      '',
      `${all ? 'The whole audit' : 'The class @idle-timeout'} of ${chatbot.name}; idle limit ${IDLE_SECONDS} s, absolute limit ${ABSOLUTE_SECONDS} s`,
      `${''.padEnd(28)}    time  ratio`,
      line('longest wait', { seconds: LONGEST, code: 0 }),
      line(`with ${idleNames.length} idle accounts`, beside),
      line('one after the other', inTurn),
    ].join('\n'),
  );
  process.exitCode = beside.code || inTurn.code;
} finally {
  await chatbot.close();
  rmSync(scratch, { recursive: true });
}
