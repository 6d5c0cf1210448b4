import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { cacheFolder } from '../../../fixtures/machine/cache-folder.ts';
import { unpackOnce } from '../../../fixtures/machine/unpack.ts';

const contentsOf = (from: string) => ({
  executables: [{ from, to: 'shell' }],
  archives: [],
  texts: [{ to: 'note', text: 'hello' }],
});

test('several runs that unpack the browser at once leave one whole browser and nothing else', async ({}, info) => {
  const packed = info.outputPath('shell.br');
  const cache = info.outputPath('cache');
  await mkdir(cache, { recursive: true });
  await writeFile(packed, brotliCompressSync('#!/bin/sh\necho 1\n'));
  await Promise.all([1, 2, 3, 4].map(() => unpackOnce(`${cache}/chromium-1`, contentsOf(packed))));
  expect(await readdir(cache)).toEqual(['chromium-1']);
  expect((await readdir(`${cache}/chromium-1`)).sort()).toEqual(['note', 'shell']);
  expect(await readFile(`${cache}/chromium-1/shell`, 'utf8')).toBe('#!/bin/sh\necho 1\n');
  expect((await stat(`${cache}/chromium-1/shell`)).mode & 0o111).toBe(0o111);
});

test('an unpacking that fails leaves nothing behind and says why', async ({}, info) => {
  const packed = info.outputPath('cut.br');
  const cache = info.outputPath('cache');
  await mkdir(cache, { recursive: true });
  await writeFile(packed, brotliCompressSync(Buffer.alloc(1000, 'x')).subarray(0, 8));
  await expect(unpackOnce(`${cache}/chromium-1`, contentsOf(packed))).rejects.toThrow(
    'unexpected end of file',
  );
  expect(await readdir(cache)).toEqual([]);
});

test('what an unpacking that was cut off left behind is swept by a later one', async ({}, info) => {
  const packed = info.outputPath('shell.br');
  const cache = info.outputPath('cache');
  await mkdir(`${cache}/unpacking-old`, { recursive: true });
  await mkdir(`${cache}/unpacking-new`, { recursive: true });
  await utimes(`${cache}/unpacking-old`, 0, 0);
  await writeFile(packed, brotliCompressSync('x'));
  await unpackOnce(`${cache}/chromium-1`, contentsOf(packed));
  expect((await readdir(cache)).sort()).toEqual(['chromium-1', 'unpacking-new']);
});

test('the browser is unpacked into the cache of the user, outside the source tree', async ({}, info) => {
  const home = info.outputPath('home');
  expect(await cacheFolder({ HOME: home })).toBe(`${home}/.cache/sessionwright`);
  expect(await cacheFolder({ HOME: home, XDG_CACHE_HOME: `${home}/xdg` })).toBe(
    `${home}/xdg/sessionwright`,
  );
});

test('a user without a usable home gets a cache in the temp folder', async ({}, info) => {
  const home = info.outputPath('a-file');
  await writeFile(home, '');
  expect(await cacheFolder({ HOME: home, TMPDIR: info.outputDir })).toMatch(
    /^\S+\/sessionwright-\d+$/,
  );
});
