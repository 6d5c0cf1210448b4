import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  cacheFolder,
  installFailure,
  installSillyTavern,
  npmArguments,
} from '../../../targets/sillytavern/install.ts';

let cache = '';

test.beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'sessionwright-unit-'));
});

test.afterEach(async () => {
  await rm(cache, { recursive: true });
});

test('the cache is in XDG_CACHE_HOME, else in the home folder, never relative', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' }, '/home/me')).toBe(
    '/var/cache/me/sessionwright',
  );
  expect(cacheFolder({}, '/home/me')).toBe('/home/me/.cache/sessionwright');
  expect(cacheFolder({ XDG_CACHE_HOME: '' }, '/home/me')).toBe('/home/me/.cache/sessionwright');
  expect(cacheFolder({ XDG_CACHE_HOME: 'cache' }, '/home/me')).toBe(
    '/home/me/.cache/sessionwright',
  );
});

test('npm is asked for one exact version and runs no package’s script', () => {
  const asked = npmArguments('/cache/sillytavern');
  expect(asked).toContain('sillytavern@1.19.0');
  expect(asked).toContain('--ignore-scripts');
  expect(asked).toContain('--prefix=/cache/sillytavern');
});

test('a complete installation is used again without npm', async () => {
  const manifest = join(
    cache,
    'sessionwright/sillytavern-1.19.0/node_modules/sillytavern/package.json',
  );
  await mkdir(dirname(manifest), { recursive: true });
  await writeFile(manifest, '{ "version": "1.19.0" }');
  expect(await installSillyTavern({ XDG_CACHE_HOME: cache, PATH: '' })).toBe(
    join(cache, 'sessionwright/sillytavern-1.19.0'),
  );
});

test('a folder with another content is refused and left alone', async () => {
  const folder = join(cache, 'sessionwright/sillytavern-1.19.0');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'mine.txt'), '');
  await expect(installSillyTavern({ XDG_CACHE_HOME: cache })).rejects.toThrow(
    `${folder} should hold SillyTavern 1.19.0, but does not. Remove that folder`,
  );
  expect(await readdir(folder)).toEqual(['mine.txt']);
});

test('without npm the installation says so and leaves nothing behind', async () => {
  await expect(installSillyTavern({ XDG_CACHE_HOME: cache, PATH: cache })).rejects.toThrow(
    'npm could not be started: spawn npm ENOENT',
  );
  expect(await readdir(join(cache, 'sessionwright'))).toEqual([]);
});

test('what an interrupted installation left is swept, and one under way is not', async () => {
  const abandoned = join(cache, 'sessionwright/sillytavern-1.19.0.partial-0');
  const underWay = join(cache, 'sessionwright/sillytavern-1.19.0.partial-1');
  await mkdir(abandoned, { recursive: true });
  await mkdir(underWay);
  const hourAgo = Date.now() / 1_000 - 3_600;
  await utimes(abandoned, hourAgo, hourAgo);
  await expect(installSillyTavern({ XDG_CACHE_HOME: cache, PATH: cache })).rejects.toThrow();
  expect(await readdir(join(cache, 'sessionwright'))).toEqual(['sillytavern-1.19.0.partial-1']);
});

test('a failed installation tells what was tried, what npm said and what is needed', () => {
  const output = 'npm error code ECONNREFUSED\nnpm error    at connect (net.js:1)\nnpm error end';
  expect(installFailure('ended with exit code 1', output)).toBe(
    [
      'SillyTavern 1.19.0 could not be installed: npm ended with exit code 1.',
      'Tried: npm install --ignore-scripts sillytavern@1.19.0',
      'npm wrote:',
      'npm error code ECONNREFUSED',
      'npm error end',
      'It needs npm on the PATH, a package registry that answers, and 450 MB of free space. Then run the same command again.',
    ].join('\n'),
  );
});
