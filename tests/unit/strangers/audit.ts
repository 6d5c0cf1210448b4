import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../../../checks/catalogue.ts';
import { CHECK_IDS, type CheckId } from '../../../checks/check-ids.ts';
import { outputPaths } from '../../../reports/output-paths.ts';
import type { Stranger } from './stranger.ts';
import { unguessable } from './stranger.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CLI = fileURLToPath(
  new URL('../../../node_modules/@playwright/test/cli.js', import.meta.url),
);

interface Findings {
  refused: { target: string; reasons: string[] }[];
  results: { test: string; outcome: string; reasons: string[]; verdict?: { flaws: unknown[] } }[];
}

export interface Audit {
  exitCode: number | null;
  /** `pass`, or else the outcome with its reasons. */
  outcomes: Partial<Record<CheckId, string>>;
  /** What was printed, for messages. */
  output: string;
}

/**
 * Audits a stranger as a team would that has only its address and two accounts, in a process of its own.
 *
 * @param words further words of the command line
 * @param environment further variables, such as `TARGET` with the path of a profile
 */
export async function audit(
  { origin, people }: Stranger,
  words: string[] = [],
  environment: Record<string, string> = {},
): Promise<Audit> {
  const name = `stranger-${unguessable()}`;
  const { folder, findings } = outputPaths({ REPORT_NAME: name });
  const { PATH = '', HOME = '', BROWSER_PATH = '' } = process.env;
  const child = spawn(process.execPath, [CLI, 'test', ...words], {
    cwd: ROOT,
    env: {
      ...{ PATH, HOME, BROWSER_PATH, NO_COLOR: '1', REPORT_NAME: name, TARGET_URL: origin },
      ALICE_USERNAME: people.alice.username,
      ALICE_PASSWORD: people.alice.password,
      BOB_USERNAME: people.bob.username,
      BOB_PASSWORD: people.bob.password,
      ...environment,
    },
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // A run that came to nothing says why in what it printed.
  if (!existsSync(`${ROOT}${findings}`)) throw new Error(`the audit wrote no findings:\n${output}`);
  const found = JSON.parse(readFileSync(`${ROOT}${findings}`, 'utf8')) as Findings;
  rmSync(`${ROOT}${folder}`, { recursive: true });
  return { exitCode, output, outcomes: outcomesOf(found) };
}

function outcomesOf({ results }: Findings): Audit['outcomes'] {
  return Object.fromEntries(
    results.map(({ test, outcome, reasons }) => {
      const id = CHECK_IDS.find((each) => CHECKS[each].title === test);
      if (id === undefined) throw new Error(`“${test}” is no check`);
      const told = outcome === 'inconclusive' || outcome === 'not run';
      return [id, told ? `${outcome}: ${reasons.join('; ')}` : outcome];
    }),
  );
}
