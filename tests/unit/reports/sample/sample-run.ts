import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('.', import.meta.url));
const REPORTS = fileURLToPath(new URL('../../../../reports/', import.meta.url));
const CLI = fileURLToPath(
  new URL('../../../../node_modules/@playwright/test/cli.js', import.meta.url),
);

interface SampleProject {
  name: string;
  /** A folder of the sample, or several. */
  stories: string[];
  metadata: Record<string, unknown>;
  dependencies?: string[];
}

/** An audit of one sample target, with its doctor. */
export const sampleAudit = (
  target: string,
  stories = ['login', 'conversation', 'logout', 'idle'],
): SampleProject[] => {
  const name = target.replace(/\W+/g, ' ').trim().replaceAll(' ', '-');
  return [
    { name: `doctor-${name}`, stories: ['doctor'], metadata: { kind: 'doctor', target } },
    { name, stories, metadata: { kind: 'audit', target }, dependencies: [`doctor-${name}`] },
  ];
};

export const sampleProof = (flaw: string): SampleProject => ({
  name: `flaw-${flaw}`,
  stories: ['proofs'],
  metadata: {
    kind: 'proof',
    target: 'reference (cookie)',
    flaw,
    breaks: ['logoutRevokesCredentials'],
  },
});

export interface SampleRun {
  exitCode: number | null;
  /** Standard output and standard error, in the order in which they came. */
  output: string;
}

/** Runs stories of the sample with all our reporters, in a process of its own, below `folder`. */
export function runSample(
  folder: string,
  projects: SampleProject[],
  { words = [], env = {} }: { words?: string[]; env?: Record<string, string> } = {},
): Promise<SampleRun> {
  mkdirSync(folder, { recursive: true });
  const configFile = join(folder, 'playwright.config.ts');
  writeFileSync(configFile, configText(projects));
  // Nothing of the run that this runs in: its worker's number, its colours, its reporters.
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [CLI, 'test', ...words, '-c', configFile], {
    cwd: folder,
    env: { PATH, HOME, COLUMNS: '80', PLAYWRIGHT_NO_COPY_PROMPT: '1', ...env },
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

function configText(projects: SampleProject[]): string {
  const secrets = { secretsFromEnv: ['SAMPLE_PASSWORD'] };
  const reporter = (file: string): string => JSON.stringify(join(REPORTS, file));
  const configured = projects.map(({ stories, ...project }) => ({
    ...project,
    testDir: SAMPLE,
    testMatch: stories.map((story) => `**/${story}/*.sample.ts`),
  }));
  return `
import { allureOptions } from ${reporter('allure-options.ts')};
export default {
  retries: 0,
  workers: 2,
  fullyParallel: true,
  outputDir: 'results',
  reporter: [
    [${reporter('redaction-reporter.ts')}, ${JSON.stringify(secrets)}],
    [${reporter('summary-reporter.ts')}, ${JSON.stringify(secrets)}],
    [${reporter('findings-reporter.ts')}],
    [${reporter('allure-results-reporter.ts')}, allureOptions()],
    [${reporter('allure-report-reporter.ts')}],
  ],
  projects: ${JSON.stringify(configured)},
};
`;
}
