import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { KeptProcess, plainText } from '../../../targets/sillytavern/kept-process.ts';

const KEEPER = fileURLToPath(new URL('../../../targets/sillytavern/keeper.mjs', import.meta.url));
/** Ignores SIGTERM, as a hung server does, and tells its process id. */
const STUBBORN = `
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
  console.log(String(process.pid));
`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

test('a command’s end and its words reach the one who started it', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'sessionwright-unit-'));
  const kept = new KeptProcess({
    command: process.execPath,
    args: ['-e', 'console.log("so long"); process.exitCode = 7'],
    cwd: scratch,
    env: {},
    scratch,
  });
  expect(await kept.ended).toBe('ended with exit code 7');
  await expect.poll(() => kept.output).toBe('so long');
  await kept.release();
  await expect(readdir(scratch)).rejects.toThrow('ENOENT');
});

test('a command that cannot be started says why', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'sessionwright-unit-'));
  const kept = new KeptProcess({
    command: join(scratch, 'missing'),
    args: [],
    cwd: scratch,
    env: {},
    scratch,
  });
  expect(await kept.ended).toMatch(/^could not be started: spawn .*missing ENOENT$/);
  await kept.release();
  await expect(readdir(scratch)).rejects.toThrow('ENOENT');
});

test('a command that takes too long is ended with its group', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'sessionwright-unit-'));
  const kept = new KeptProcess({
    command: process.execPath,
    args: ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'],
    cwd: scratch,
    env: {},
    scratch,
  });
  await expect.poll(() => kept.output).toMatch(/^\d+$/);
  expect(await kept.endedWithin(60)).toBe('did not end within 0.001 min');
  await kept.release();
  expect(isAlive(Number(kept.output))).toBe(false);
});

test('a parent that is killed leaves neither process nor data behind', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'sessionwright-unit-'));
  const args = JSON.stringify([KEEPER, scratch, '200', process.execPath, '-e', STUBBORN]);
  const parent = spawn(
    process.execPath,
    [
      '-e',
      `require('node:child_process').spawn(process.execPath, ${args}, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid)).toBe(false);
    await expect(readdir(scratch)).rejects.toThrow('ENOENT');
  } finally {
    parent.kill('SIGKILL');
  }
});

test('terminal output is told without colours, titles and blank lines', () => {
  expect(plainText('\u001b]2;Web\u001b\\\u001b[1m\u001b[31mred\u001b[0m\n\n  \nplain\n')).toBe(
    'red\nplain',
  );
});
