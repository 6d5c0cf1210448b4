import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../fixtures/machine/root.mjs';
import { outputPaths } from '../../../reports/output-paths.ts';

const CLI = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');

/** Where Playwright keeps what it compiled, so that no run does it again for its own scratch folder. */
const user = process.geteuid?.();
const COMPILED = path.join(
  os.tmpdir(),
  `playwright-transform-cache${user === undefined ? '' : `-${user}`}`,
);

/** What a person may have set for audits of her own. Empty counts as unset, and wins over a `.env` file. */
const UNSET = Object.fromEntries(
  [
    ...['TARGET', 'TARGET_URL', 'TARGET_AUTHORISED_BY', 'REFERENCE_FLAW', 'BROWSER_PATH'],
    ...['ALICE_USERNAME', 'ALICE_PASSWORD', 'BOB_USERNAME', 'BOB_PASSWORD'],
    ...['IDLE_USERNAMES', 'IDLE_PASSWORD'],
    ...['MODEL_BASE_URL', 'MODEL_API_KEY', 'MODEL_NAME', 'REPORT_NAME'],
  ].map((name) => [name, '']),
);
/** What a child needs to find Node, the browser and what was compiled before; nothing of the run around it. */
const INHERITED = [
  ...['PATH', 'HOME', 'XDG_CACHE_HOME', 'PLAYWRIGHT_BROWSERS_PATH'],
  ...['BROWSER_PATH', 'SESSIONWRIGHT_BROWSER'],
];

const LAST_LINES = 25;

/** What `findings.json` says, as far as these tests ask. */
export interface Findings {
  status: string;
  refused: { target: string; reasons: string[] }[];
  results: { project: string; outcome: string; title: string; reasons: string[] }[];
}

/** One `playwright test` in a process of its own, with reports and scratch files of its own. */
export class AuditRun {
  stdout = '';
  stderr = '';
  readonly folder: string;
  readonly scratch = mkdtempSync(path.join(os.tmpdir(), 'audit-run-'));
  readonly #exit: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #name: string;

  constructor(name: string, words: readonly string[], env: NodeJS.ProcessEnv) {
    this.#name = name;
    this.folder = path.join(ROOT, outputPaths({ REPORT_NAME: name }).folder);
    const inherited = Object.fromEntries(
      INHERITED.flatMap((variable) => {
        const value = process.env[variable];
        return value === undefined ? [] : [[variable, value]];
      }),
    );
    this.#child = spawn(process.execPath, [CLI, 'test', ...words], {
      cwd: ROOT,
      env: {
        ...UNSET,
        ...inherited,
        NO_COLOR: '1',
        COLUMNS: '100',
        TMPDIR: this.scratch,
        PLAYWRIGHT_TRANSFORM_CACHE_DIR: COMPILED,
        REPORT_NAME: name,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.#exit = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', resolve);
    });
  }

  /** Waits for the end. */
  get exitCode(): Promise<number | null> {
    return this.#exit;
  }

  get output(): string {
    return this.stdout + this.stderr;
  }

  /** The end of what was printed, for the message of a test that expected something else. */
  get lastWords(): string {
    const lines = this.output.split('\n').filter((line) => line.trim() !== '');
    return lines.slice(-LAST_LINES).join('\n');
  }

  findings(): Findings {
    const file = path.join(ROOT, outputPaths({ REPORT_NAME: this.#name }).findings);
    return JSON.parse(readFileSync(file, 'utf8')) as Findings;
  }

  /** Every file that the run wrote, in its reports and its scratch folder. */
  files(): string[] {
    return [this.folder, this.scratch].flatMap((folder) =>
      existsSync(folder)
        ? readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => path.join(entry.parentPath, entry.name))
        : [],
    );
  }

  /** What the run has left where it had no business to leave anything. */
  litter(): string[] {
    return readdirSync(this.scratch).filter((name) => !isBlankMemory(this.scratch, name));
  }

  /** The command lines of the processes that the run started and that live on; on Linux, elsewhere none is known. */
  survivors(): string[] {
    if (process.platform !== 'linux') return [];
    const mark = `REPORT_NAME=${this.#name}\0`;
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry) && ofProcess(entry, 'environ').includes(mark))
      .map((entry) => ofProcess(entry, 'cmdline').replaceAll('\0', ' '));
  }

  /** Ends what still runs, and removes what was written. */
  async discard(): Promise<void> {
    if (this.#child.exitCode === null) this.#child.kill('SIGINT');
    await this.#exit;
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

/**
 * A file by which processes of Chromium would have shared memory: it is unlinked as soon as it is made, and a process that
 * is killed in between leaves it without content. One byte of content, and it is litter like any other.
 */
function isBlankMemory(folder: string, name: string): boolean {
  if (!name.startsWith('.org.chromium.Chromium.')) return false;
  const file = path.join(folder, name);
  return statSync(file).isFile() && readFileSync(file).every((byte) => byte === 0);
}

/** Nothing for a process that has ended meanwhile, or that belongs to somebody else. */
function ofProcess(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(code)) return '';
    throw error;
  }
}
