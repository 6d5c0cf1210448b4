import { ConfigurationError } from '../../checks/configuration-error.ts';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import { keepCompiledPage, restoreCompiledPage } from './frontend-cache.ts';
import { KeptProcess } from './kept-process.ts';

/** A first boot compiles the page: 45 s on a busy machine with two cores. */
const READY_LIMIT_MS = 180_000;
const POLL_EVERY_MS = 150;
const POLL_LIMIT_MS = 5_000;

/** A SillyTavern of our own that answers, without people in it. */
export interface Server {
  origin: string;
  /** Stops it and removes its data. Safe to call twice. */
  stop(): Promise<void>;
}

/** Its own binary would ignore the paths. `scratch` holds all that it writes. */
export function serverArguments(installation: string, scratch: string, port: number): string[] {
  return [
    serverScript(installation),
    '--configPath',
    join(scratch, 'config.yaml'),
    '--dataRoot',
    dataRootIn(scratch),
    '--port',
    String(port),
    '--browserLaunchEnabled',
    'false',
  ];
}

/** SillyTavern's own variable for its limit. */
const SESSION_TIMEOUT = 'SILLYTAVERN_SESSIONTIMEOUT';

/**
 * The idle limit that SillyTavern is started with; seconds, undefined where it is left at its default, which is none.
 *
 * @throws ConfigurationError where it is no whole number of seconds
 */
export function sessionTimeout(environment: NodeJS.ProcessEnv): number | undefined {
  const given = environment[SESSION_TIMEOUT] ?? '';
  if (given === '') return undefined;
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  throw new ConfigurationError('SillyTavern cannot be started so:', [
    `${SESSION_TIMEOUT}: “${given}” is no whole number of seconds; leave it empty for none`,
  ]);
}

/**
 * Accounts with passwords, as a product on a network would have them; nothing fetched from elsewhere; no limit on
 * sign-ins, which an audit would run into.
 *
 * Nothing is handed down from `base` but the search path: not the harness's passwords, not a loader in NODE_OPTIONS,
 * not settings of a SillyTavern of the person's own.
 */
export function serverEnvironment(base: NodeJS.ProcessEnv, scratch: string): NodeJS.ProcessEnv {
  const timeout = sessionTimeout(base);
  return {
    PATH: base['PATH'],
    HOME: scratch,
    TMPDIR: scratch,
    NODE_ENV: 'production',
    SILLYTAVERN_ENABLEUSERACCOUNTS: 'true',
    SILLYTAVERN_ENABLEDISCREETLOGIN: 'true',
    SILLYTAVERN_RATELIMITING_ACCOUNTSLOGINMAXATTEMPTS: '0',
    SILLYTAVERN_EXTENSIONS_AUTOUPDATE: 'false',
    SILLYTAVERN_EXTENSIONS_MODELS_AUTODOWNLOAD: 'false',
    SILLYTAVERN_ENABLEDOWNLOADABLETOKENIZERS: 'false',
    ...(timeout === undefined ? {} : { [SESSION_TIMEOUT]: String(timeout) }),
  };
}

/** @param what what became of it, for example `ended with exit code 1` */
export function bootFailure(installation: string, what: string, output: string): string {
  return [
    `SillyTavern did not come up: it ${what}.`,
    `Tried: node ${serverScript(installation)}`,
    output === '' ? 'It wrote nothing.' : `It wrote at last:\n${output}`,
    `If this comes again, remove ${installation} and run the same command: it is then installed anew.`,
  ].join('\n');
}

/** Starts the installed SillyTavern on a free loopback port with an empty data root, and waits until it answers. */
export async function bootSillyTavern(installation: string): Promise<Server> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const scratch = await mkdtemp(join(tmpdir(), 'sessionwright-sillytavern-'));
  const dataRoot = dataRootIn(scratch);
  try {
    await mkdir(dataRoot);
    await restoreCompiledPage(installation, dataRoot);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    throw error;
  }
  const server = new KeptProcess({
    command: process.execPath,
    args: serverArguments(installation, scratch, port),
    cwd: scratch,
    env: serverEnvironment(process.env, scratch),
    scratch,
  });
  try {
    const over = new AbortController();
    const failure = await Promise.race([server.ended, readiness(origin, over.signal)]);
    over.abort();
    if (failure !== undefined) throw new Error(bootFailure(installation, failure, server.output));
    await keepCompiledPage(installation, dataRoot);
  } catch (error) {
    await server.release();
    throw error;
  }
  return { origin, stop: () => server.release() };
}

/** Resolves when the server answers, or after `READY_LIMIT_MS` to what was missing. */
async function readiness(origin: string, over: AbortSignal): Promise<string | undefined> {
  const deadline = Date.now() + READY_LIMIT_MS;
  let last = 'nothing was tried';
  while (Date.now() < deadline && !over.aborted) {
    try {
      const { statusCode, body } = await request(`${origin}/csrf-token`, {
        signal: AbortSignal.timeout(POLL_LIMIT_MS),
      });
      await body.dump();
      if (statusCode === 200) return undefined;
      last = `GET /csrf-token answered ${statusCode}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(POLL_EVERY_MS);
  }
  return `was not ready within ${READY_LIMIT_MS / 1_000} s (${last})`;
}

function serverScript(installation: string): string {
  return join(installation, 'node_modules', 'sillytavern', 'server.js');
}

function dataRootIn(scratch: string): string {
  return join(scratch, 'data');
}

/** SillyTavern cannot be told to choose a port for itself. Should another process take it meanwhile, it says so and ends. */
async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close((error) => {
        if (error) reject(error);
        else if (address === null || typeof address === 'string')
          reject(new Error('No TCP port was given.'));
        else resolve(address.port);
      });
    });
  });
}
