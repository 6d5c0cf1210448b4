import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isCode } from '../../checks/is-code.ts';
import { KeptProcess } from './kept-process.ts';

/** Newer versions were not tried; the profile's locators and the seed speak of this one. */
export const SILLYTAVERN_VERSION = '1.19.0';

const FOLDER = `sillytavern-${SILLYTAVERN_VERSION}`;
const PARTIAL = `${FOLDER}.partial-`;
/** npm takes half a minute on a good line; a registry that hangs must not hang the run. */
const INSTALL_LIMIT_MS = 15 * 60_000;
/** A partial installation of this age belongs to no run that is still alive. */
const ABANDONED_AFTER_MS = 2 * INSTALL_LIMIT_MS;

/** Where installations are kept between runs, outside the source tree: `$XDG_CACHE_HOME` or `~/.cache`. */
export function cacheFolder(env: NodeJS.ProcessEnv, home: string): string {
  const base = env['XDG_CACHE_HOME'];
  // The XDG specification has relative paths ignored; here they would land in the source tree.
  return join(base && isAbsolute(base) ? base : join(home, '.cache'), 'sessionwright');
}

/** What npm is asked for. No package's own script runs: SillyTavern needs none of them. */
export function npmArguments(folder: string): string[] {
  return [
    'install',
    `--prefix=${folder}`,
    '--ignore-scripts',
    '--save-exact',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
    `sillytavern@${SILLYTAVERN_VERSION}`,
  ];
}

/** @param what what became of npm, for example `ended with exit code 1` */
export function installFailure(what: string, output: string): string {
  const withoutStack = output.replace(/^npm error\s+at .*\n/gm, '');
  return [
    `SillyTavern ${SILLYTAVERN_VERSION} could not be installed: npm ${what}.`,
    `Tried: npm install --ignore-scripts sillytavern@${SILLYTAVERN_VERSION}`,
    output === '' ? 'npm wrote nothing.' : `npm wrote:\n${withoutStack}`,
    'It needs npm on the PATH, a package registry that answers, and 450 MB of free space. Then run the same command again.',
  ].join('\n');
}

/**
 * The folder that holds SillyTavern, installed by npm if it is not there yet (427 MB, about half a minute).
 *
 * An installation appears under its final name only when it is complete; of several runs that install at once, the
 * first to finish wins and the others use its work.
 */
export async function installSillyTavern(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const cache = cacheFolder(env, homedir());
  const installation = join(cache, FOLDER);
  if (await isInstalled(installation)) return installation;

  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const partial = join(cache, `${PARTIAL}${randomBytes(6).toString('hex')}`);
  await mkdir(partial);
  // npm otherwise looks upwards for a package.json and installs there.
  await writeFile(join(partial, 'package.json'), '{ "private": true }\n');

  const npm = new KeptProcess({
    command: 'npm',
    args: npmArguments(partial),
    cwd: partial,
    env,
    scratch: partial,
  });
  try {
    const what = await npm.endedWithin(INSTALL_LIMIT_MS);
    if (what !== 'ended with exit code 0') throw new Error(installFailure(what, npm.output));
    if (!(await holdsTheVersion(partial))) {
      throw new Error(installFailure('succeeded without installing it', npm.output));
    }
    await renameUnlessThere(partial, installation);
  } finally {
    await npm.release();
  }
  return installation;
}

/** False when there is no such folder. A folder with another content is an error: it is nobody's to overwrite. */
async function isInstalled(folder: string): Promise<boolean> {
  if (!(await exists(folder))) return false;
  if (await holdsTheVersion(folder)) return true;
  throw new Error(
    `${folder} should hold SillyTavern ${SILLYTAVERN_VERSION}, but does not. ` +
      'Remove that folder, then run the same command again.',
  );
}

async function holdsTheVersion(folder: string): Promise<boolean> {
  const manifest = join(folder, 'node_modules', 'sillytavern', 'package.json');
  if (!(await exists(manifest))) return false;
  const found: unknown = JSON.parse(await readFile(manifest, 'utf8'));
  return (
    typeof found === 'object' &&
    found !== null &&
    'version' in found &&
    found.version === SILLYTAVERN_VERSION
  );
}

async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(await isInstalled(to))) throw error;
  }
}

async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(PARTIAL)) continue;
    const folder = join(cache, name);
    // Undefined when its owner has renamed it meanwhile.
    const since = (await statIfThere(folder))?.mtimeMs;
    if (since !== undefined && Date.now() - since > ABANDONED_AFTER_MS) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return (await statIfThere(path)) !== undefined;
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
