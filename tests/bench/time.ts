import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { dueAfter } from '../../fixtures/idling/expired-cookie.ts';
import { runPlaywright } from '../../fixtures/machine/playwright.ts';
import { ABSOLUTE_SECONDS, AUDIT, IDLE_SECONDS } from './time-limits.ts';

/** What a run costs beyond its longest wait. `--all` times the whole audit in the place of the class that waits. */

const ROOT = path.join(import.meta.dirname, '..', '..');
const all = process.argv.includes('--all');
/** A remembered session’s cookie, kept past its expiry, waits longest. */
const longest = dueAfter(ABSOLUTE_SECONDS);

interface Timed {
  seconds: number;
  /** What Playwright ended with; stories that fail may be over sooner, and 1 is no measurement. */
  code: number;
}

async function time(...flags: string[]): Promise<Timed> {
  const startedAt = performance.now();
  const only = all ? [] : ['--grep', '@idle-timeout'];
  const args = ['--config', 'tests/bench/time.config.ts', ...only, ...flags];
  const { code } = await runPlaywright(ROOT, args, process.env);
  if (code > 1) throw new Error(`what was to be timed was broken off, and ended with ${code}`);
  return { seconds: (performance.now() - startedAt) / 1000, code };
}

const line = (what: string, { seconds, code }: Timed): string =>
  [
    `${what.padEnd(28)} ${seconds.toFixed(0).padStart(5)} s ${(seconds / longest).toFixed(2).padStart(6)}`,
    ...(code === 0 ? [] : [`no measurement: Playwright ended with ${code}`]),
  ].join('  ');

const asAudited = await time();
const inSequence = await time('--workers=1');
console.log(
  [
    '',
    `${all ? 'The whole audit' : 'The class @idle-timeout'} of ${AUDIT}; idle limit ${IDLE_SECONDS} s, absolute limit ${ABSOLUTE_SECONDS} s`,
    `${''.padEnd(28)}    time  ratio`,
    line('longest wait', { seconds: longest, code: 0 }),
    line('as the audit runs it', asAudited),
    line('one after the other', inSequence),
  ].join('\n'),
);
process.exitCode = asAudited.code || inSequence.code;
