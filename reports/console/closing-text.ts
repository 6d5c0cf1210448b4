import type { LocatedResult } from '../run/run-ledger.ts';
import type { ResultOutcome, TestRecord } from '../run/test-record.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { type Ink, paintFor, type Screen } from './screen.ts';
import { clip, count, duration, wrap } from './text-layout.ts';

const SLOWEST = 5;

/** The slowest tests, for whoever wants the run to be quicker. */
export function slowestText(records: readonly TestRecord[], screen: Screen): string[] {
  const slowest = [...records]
    .filter((record) => record.duration > 0)
    .sort((a, b) => b.duration - a.duration)
    .slice(0, SLOWEST);
  if (slowest.length < 2) return [];
  const paint = paintFor(screen);
  const times = slowest.map((record) => duration(record.duration));
  const timeWidth = Math.max(...times.map((time) => time.length));
  return [
    '',
    paint('Slowest tests', 'bold'),
    ...slowest.map((record, index) =>
      paint(
        clip(
          `  ${(times[index] ?? '').padStart(timeWidth)}  ${record.title} (${record.project.target})`,
          screen.width,
        ),
        'dim',
      ),
    ),
  ];
}

/** The one line that sums an audit up, and what it cost. `milliseconds` is the wall time of the whole run. */
export function auditClosing(
  results: readonly LocatedResult[],
  records: readonly TestRecord[],
  milliseconds: number,
  screen: Screen,
): string[] {
  const paint = paintFor(screen);
  const number = (outcome: ResultOutcome): number =>
    results.filter(({ result }) => result.outcome === outcome).length;
  const parts: [ResultOutcome, string][] = [
    ['fail', count(number('fail'), 'flaw')],
    ['inconclusive', `${number('inconclusive')} inconclusive`],
    ['not run', `${number('not run')} not run`],
    ['pass', `${number('pass')} passed`],
    ['skipped', `${number('skipped')} skipped`],
  ];
  const told = parts
    .filter(([outcome]) => number(outcome) > 0 || outcome === 'fail')
    .map(([outcome, text]) =>
      paint(
        text,
        ...(outcome === 'fail' && number('fail') === 0 ? [] : OUTCOME_WORDS[outcome].ink),
      ),
    );
  const logins = records.reduce((sum, { cost }) => sum + cost.logins, 0);
  const replays = records.reduce((sum, { cost }) => sum + cost.replays, 0);
  const waited = records.reduce((sum, { cost }) => sum + cost.waitedMs, 0);
  const cost = [
    duration(milliseconds),
    count(logins, 'login'),
    count(replays, 'replay'),
    ...(waited > 0 ? [`${duration(waited)} waited because the target said so`] : []),
  ].join(', ');
  return ['', told.join(' · '), ...wrap(cost, screen.width).map((line) => paint(line, 'dim'))];
}

/** The counts of proofs and unit tests. */
export function harnessClosing(
  records: readonly TestRecord[],
  milliseconds: number,
  screen: Screen,
): string[] {
  const paint = paintFor(screen);
  const tests = records.filter(
    ({ project }) => project.kind === 'proof' || project.kind === 'unit',
  );
  if (tests.length === 0) return [];
  const isUnrun = ({ results }: TestRecord): boolean =>
    results.length > 0 && results.every(({ outcome }) => outcome === 'not run');
  const unrun = tests.filter(isUnrun).length;
  const skipped = tests.filter((test) => test.status === 'skipped' && !isUnrun(test)).length;
  const ran = tests.filter((test) => test.status !== 'skipped' && !isUnrun(test));
  const passed = ran.filter(({ ok }) => ok).length;
  const failed = ran.length - passed;
  const failedInk: Ink[] = failed > 0 ? ['red', 'bold'] : [];
  const parts = [
    paint(`${count(passed, 'test')} passed`, ...(failed === 0 ? (['green'] as const) : [])),
    paint(`${failed} failed`, ...failedInk),
    ...(unrun > 0 ? [paint(`${unrun} not run`, 'yellow')] : []),
    ...(skipped > 0 ? [paint(`${skipped} skipped`, 'dim')] : []),
    paint(duration(milliseconds), 'dim'),
  ];
  return ['', parts.join(' · ')];
}
