import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { thisMachine } from '../../../fixtures/machine/machine.ts';
import { ROOT } from '../../../fixtures/machine/root.mjs';

const machine = thisMachine({});

/** Writes a program that answers `--version` as the shell commands say. */
async function program(file: string, commands: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${commands}\n`, { mode: 0o755 });
  return file;
}

/** Runs the search for a browser as a child, whose Playwright reads its folder from the environment. */
function showBrowser(args: string[], env: NodeJS.ProcessEnv) {
  const script = path.join(ROOT, 'fixtures', 'machine', 'show-browser.ts');
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('a browser proves itself by a version of four parts', async ({}, info) => {
  const chrome = await program(
    info.outputPath('chrome'),
    'echo noise >&2; echo "Google Chrome 150.0.1.2 "',
  );
  expect(await machine.proveVersion(chrome)).toEqual({
    works: true,
    version: 'Google Chrome 150.0.1.2',
  });
});

test('a program that is no Chromium is not taken for a browser', async ({}, info) => {
  const firefox = await program(info.outputPath('firefox'), 'echo "Mozilla Firefox 153.7"');
  expect(await machine.proveVersion(firefox)).toEqual({
    works: false,
    because: '--version says "Mozilla Firefox 153.7", which is no Chromium, Chrome or Edge',
  });
});

test('a browser that lacks a library says so', async ({}, info) => {
  const words = 'error while loading shared libraries: libnss3.so';
  const chrome = await program(info.outputPath('chrome'), `echo "${words}" >&2; exit 127`);
  expect(await machine.proveVersion(chrome)).toEqual({
    works: false,
    because: `--version ended with code 127: ${words}`,
  });
});

test('a folder and a file without the right to run are no executables', async ({}, info) => {
  const plain = info.outputPath('plain');
  await writeFile(plain, '');
  expect(await machine.isExecutable(plain)).toBe(false);
  expect(await machine.isExecutable(path.dirname(plain))).toBe(false);
  expect(await machine.isExecutable(`${plain}/below`)).toBe(false);
  expect(await machine.isExecutable(process.execPath)).toBe(true);
});

test("Playwright's own headless shell is taken once its download is complete", async ({}, info) => {
  const browsers = await readFile(
    path.join(ROOT, 'node_modules/playwright-core/browsers.json'),
    'utf8',
  );
  const [, revision] =
    /"name": "chromium-headless-shell",\s*"revision": "(\d+)"/.exec(browsers) ?? [];
  const folder = info.outputPath('browsers', `chromium_headless_shell-${revision}`);
  const shell = await program(
    path.join(folder, 'chrome-headless-shell-linux64', 'chrome-headless-shell'),
    'echo "Chromium 159.0.1.2"',
  );
  const look = () =>
    showBrowser(['--only', 'playwright-shell'], { PLAYWRIGHT_BROWSERS_PATH: path.dirname(folder) });
  const cutOff = look();
  await writeFile(path.join(folder, 'INSTALLATION_COMPLETE'), '');
  expect(cutOff.stderr).toContain(`playwright-shell: none complete in ${path.dirname(folder)}\n`);
  expect(look()).toEqual({
    status: 0,
    stdout: `Browser: Chromium 159.0.1.2, Playwright's own headless shell, ${shell}\n`,
    stderr: '',
  });
});

test('an unknown place to look for a browser is refused with the known ones', () => {
  expect(showBrowser(['--only', 'netscape'], {})).toEqual({
    status: 1,
    stdout: '',
    stderr:
      '--only netscape is unknown; known are playwright-shell, playwright-chromium, headless-shell, chrome, chromium, edge, npm-package.\n',
  });
});
