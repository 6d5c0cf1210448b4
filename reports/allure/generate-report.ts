import { execFile } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import type { defineConfig } from 'allure';
import { CATEGORIES, OUTCOME_LABEL } from '../allure-options.ts';
import { OUTPUT_PATHS } from '../output-paths.ts';
import { withoutOutsideLoads } from './without-outside.ts';

const run = promisify(execFile);

/** Milliseconds; a report takes about two seconds. */
const TIME_LIMIT = 120_000;
const HISTORY_LIMIT = 50;
/** Begins the names of scratch folders. */
const SCRATCH = 'generating-';

/**
 * Generates the report as one file that opens without a server, from the Allure results of a run.
 *
 * The generator runs in a process of its own: it exits where it fails, and would take the run's exit code with it.
 *
 * @param root The folder of the Playwright configuration.
 * @returns The path of the page, relative to `root`.
 */
export async function generateReport(root: string): Promise<string> {
  // Beside its place, so that the finished report is moved there in one step.
  await mkdir(join(root, OUTPUT_PATHS.folder), { recursive: true });
  const scratch = await mkdtemp(join(root, OUTPUT_PATHS.folder, SCRATCH));
  try {
    const configPath = join(scratch, 'allurerc.json');
    const output = join(scratch, 'report');
    await writeFile(configPath, JSON.stringify(reportConfig(root, output)));
    await runAllure(
      ['generate', join(root, OUTPUT_PATHS.allureResults), '--config', configPath, '--cwd', root],
      root,
    );
    const page = join(output, 'index.html');
    await writeFile(page, withoutOutsideLoads(await readFile(page, 'utf8')));
    const target = join(root, OUTPUT_PATHS.allureReport);
    await rm(target, { recursive: true, force: true });
    await rename(output, target);
    return OUTPUT_PATHS.allurePage;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Removes the results and the report of earlier runs, and what a killed one left. Two runs must not mix, and a report of
 * the last run must not be taken for one of a run that broke off. The history stays.
 */
export function removeEarlierReport(root: string): void {
  const folder = join(root, OUTPUT_PATHS.folder);
  const scratch = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith(SCRATCH))
    : [];
  const leftovers = scratch.map((name) => join(folder, name));
  for (const path of [
    join(root, OUTPUT_PATHS.allureResults),
    join(root, OUTPUT_PATHS.allureReport),
    ...leftovers,
  ]) {
    rmSync(path, { recursive: true, force: true });
  }
}

type AllureConfig = Parameters<typeof defineConfig>[0];

const reportConfig = (root: string, output: string): AllureConfig => ({
  name: 'Sessionwright',
  output,
  historyPath: join(root, OUTPUT_PATHS.allureHistory),
  appendHistory: true,
  historyLimit: HISTORY_LIMIT,
  hideLabels: [
    'host',
    'thread',
    'language',
    'framework',
    'package',
    'parentSuite',
    'titlePath',
    OUTCOME_LABEL,
  ],
  categories: CATEGORIES,
  plugins: {
    awesome: {
      options: {
        reportName: 'Sessionwright',
        reportLanguage: 'en',
        singleFile: true,
        groupBy: ['epic', 'feature', 'story'],
        // Flaws first.
        defaultSortBy: 'status,asc',
      },
    },
    // Allure adds this plugin by itself unless it is named.
    agent: { enabled: false },
  },
});

async function runAllure(parameters: readonly string[], cwd: string): Promise<void> {
  const cli = fileURLToPath(new URL('../cli.js', import.meta.resolve('allure')));
  try {
    await run(process.execPath, [cli, ...parameters], {
      cwd,
      timeout: TIME_LIMIT,
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message,
    } = error as { stdout?: string; stderr?: string; message: string };
    const said = stripVTControlCharacters(`${stderr}\n${stdout}`)
      .trim()
      .split('\n')
      .slice(0, 5)
      .join('\n');
    throw new Error(`Allure’s generator failed: ${said === '' ? message : said}`, { cause: error });
  }
}
