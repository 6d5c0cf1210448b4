import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runPlaywright } from '../../fixtures/machine/playwright.ts';
import { outputPaths } from '../../reports/output-paths.ts';
import { type RunResult, tally } from './tally.ts';

/**
 * Whether runs of the stories that wait find the same again and again: `npm run bench:verdicts`, ten runs of both kinds of the
 * embedded chatbot. A number says how many; everything else goes to `playwright test`. Ends with 1 where runs differ.
 */

const ROOT = path.join(import.meta.dirname, '..', '..');
const RUNS = 10;
const REPORT_NAME = 'bench-verdicts';
const FINDINGS = path.join(ROOT, outputPaths({ REPORT_NAME }).findings);

const args = process.argv.slice(2);
const isCount = (arg: string): boolean => /^[1-9]\d*$/.test(arg);
const times = Number(args.find(isCount) ?? RUNS);
// The embedded chatbot is judged, whatever is named elsewhere. Its doctor would cost more time than it tells.
const env = { ...process.env, TARGET: '', TARGET_URL: '', REPORT_NAME };
const command = [
  ...['tests/idle', '--project=reference-*', '--no-deps'],
  ...['--reporter=reports/findings-reporter.ts,line'],
  ...args.filter((arg) => !isCount(arg)),
];

/** What a run found; its exit code says nothing of that. */
async function run(): Promise<RunResult[]> {
  // What an earlier run has left is no finding of this one.
  rmSync(FINDINGS, { force: true });
  const { code } = await runPlaywright(ROOT, command, env);
  const ended = `“playwright test ${command.join(' ')}” ended with ${code}`;
  if (!existsSync(FINDINGS)) throw new Error(`${ended}, and has found nothing`);
  const { status, results } = JSON.parse(readFileSync(FINDINGS, 'utf8')) as {
    status: string;
    results: RunResult[];
  };
  if (status === 'passed' || status === 'failed') return results;
  throw new Error(`${ended}: ${status}`);
}

const runs: RunResult[][] = [];
while (runs.length < times) {
  console.log(`── run ${runs.length + 1} of ${times}`);
  runs.push(await run());
}
const tallied = tally(runs);
const differing = tallied.filter(({ same }) => !same);
console.log(
  [
    '',
    ...tallied.map(
      ({ project, test, outcomes, same }) =>
        `${same ? 'same  ' : 'DIFFER'} ${project}: ${test}: ${outcomes}`,
    ),
    '',
    `${tallied.length} stories, ${times} runs: ${differing.length === 0 ? 'the same verdicts each time' : `${differing.length} differ`}`,
  ].join('\n'),
);
process.exitCode = tallied.length > 0 && differing.length === 0 ? 0 : 1;
