import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const KEEPER = fileURLToPath(new URL('keeper.mjs', import.meta.url));
/** How long a command may take to end after SIGTERM, in milliseconds. */
const GRACE_MS = 5_000;
/** How long the keeper may take after that, in milliseconds: it has a directory to remove. */
const TIDYING_MS = 10_000;
/** Enough of the output to see what went wrong, in characters. */
const OUTPUT_KEPT = 4_000;

export interface KeptCommand {
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Removed when the command is released, and also when this process dies, in whatever way. */
  scratch: string;
}

/**
 * A command that leads its own process group, cannot outlive this process, and leaves behind neither a process of
 * that group nor its scratch directory.
 */
export class KeptProcess {
  /** Resolves when the command ends, to what became of it: `ended with exit code 1`, `could not be started: …`. */
  readonly ended: Promise<string>;
  readonly #keeper: ChildProcess;
  readonly #gone: Promise<unknown>;
  #output = '';

  constructor({ command, args, cwd, env, scratch }: KeptCommand) {
    this.#keeper = spawn(process.execPath, [KEEPER, scratch, String(GRACE_MS), command, ...args], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#keeper.stdout, this.#keeper.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.#output = (this.#output + chunk).slice(-OUTPUT_KEPT);
      });
    }
    this.#gone = new Promise((resolve) => {
      this.#keeper.once('exit', resolve);
      this.#keeper.once('error', resolve);
    });
    this.ended = new Promise((resolve) => {
      this.#keeper.once('message', (how) => resolve(describeEnding(how)));
      this.#keeper.once('exit', (exitCode, signal) =>
        resolve(describeEnding({ exitCode, signal })),
      );
      this.#keeper.once('error', (error) => resolve(describeEnding({ error: error.message })));
    });
  }

  /** The last that the command wrote, without terminal colours and blank lines. */
  get output(): string {
    return plainText(this.#output);
  }

  /** As `ended`, or `did not end within … min` after `limit` milliseconds. */
  async endedWithin(limit: number): Promise<string> {
    return within(limit, this.ended, `did not end within ${limit / 60_000} min`);
  }

  /** Ends the command if it still runs, and removes its scratch directory. Safe to call twice. */
  async release(): Promise<void> {
    if (this.#keeper.connected) this.#keeper.disconnect();
    if ((await within(GRACE_MS + TIDYING_MS, this.#gone, 'too late')) === 'too late') {
      throw new Error(
        `Process group ${String(this.#keeper.pid)} did not end within ${(GRACE_MS + TIDYING_MS) / 1000} s. ` +
          `End it with: kill -KILL -${String(this.#keeper.pid)}`,
      );
    }
  }
}

/** What `promise` resolves to, or `otherwise` after `limit` milliseconds. Leaves no timer behind. */
async function within<T, U>(limit: number, promise: Promise<T>, otherwise: U): Promise<T | U> {
  const bound = new AbortController();
  try {
    return await Promise.race([promise, delay(limit, otherwise, { signal: bound.signal })]);
  } finally {
    bound.abort();
  }
}

function describeEnding(how: unknown): string {
  if (typeof how !== 'object' || how === null) return `ended in an unknown way: ${String(how)}`;
  if ('error' in how) return `could not be started: ${String(how.error)}`;
  if ('signal' in how && typeof how.signal === 'string') return `was ended by ${how.signal}`;
  return `ended with exit code ${'exitCode' in how ? String(how.exitCode) : 'unknown'}`;
}

/** Terminal output without colours, window titles and blank lines. */
export function plainText(output: string): string {
  return output
    .replace(/\u001b\][^\u0007\u001b\\]*(?:\u0007|\u001b?\\)/g, '')
    .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
}
