import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { request } from 'undici';
import {
  bootSillyTavern,
  serverArguments,
  serverEnvironment,
  sessionTimeout,
} from '../../../targets/sillytavern/boot.ts';

/** Stands in for SillyTavern: answers with what it finds compiled in its data root, and compiles if there is nothing. */
const ANSWERS = `
  const fs = require('node:fs'), path = require('node:path');
  const after = (name) => process.argv[process.argv.indexOf(name) + 1];
  const compiled = path.join(after('--dataRoot'), '_webpack', 'lib.js');
  const found = fs.existsSync(compiled) ? fs.readFileSync(compiled, 'utf8') : 'nothing';
  fs.mkdirSync(path.dirname(compiled), { recursive: true });
  fs.writeFileSync(compiled, 'compiled');
  const answer = JSON.stringify({ found, scratch: process.env.HOME });
  require('node:http').createServer((_, response) => response.end(answer)).listen(after('--port'), '127.0.0.1');
`;

let installation = '';

test.beforeEach(async () => {
  installation = await mkdtemp(join(tmpdir(), 'sessionwright-unit-'));
  await mkdir(join(installation, 'node_modules/sillytavern'), { recursive: true });
});

test.afterEach(async () => {
  await rm(installation, { recursive: true });
});

async function install(script: string): Promise<void> {
  await writeFile(join(installation, 'node_modules/sillytavern/server.js'), script);
}

async function ask(origin: string): Promise<Record<string, string>> {
  const { body } = await request(`${origin}/csrf-token`);
  return (await body.json()) as Record<string, string>;
}

test('the server keeps its configuration and data in the scratch folder', () => {
  expect(serverArguments('/cache/st', '/tmp/s', 8123)).toEqual([
    '/cache/st/node_modules/sillytavern/server.js',
    '--configPath',
    '/tmp/s/config.yaml',
    '--dataRoot',
    '/tmp/s/data',
    '--port',
    '8123',
    '--browserLaunchEnabled',
    'false',
  ]);
});

test('the server is handed the search path and nothing else of the harness', () => {
  const env = serverEnvironment(
    {
      PATH: '/bin',
      HOME: '/home/me',
      ALICE_PASSWORD: 'x',
      NODE_OPTIONS: '--import tsx',
      SILLYTAVERN_LISTEN: 'true',
    },
    '/tmp/s',
  );
  expect(env).toMatchObject({ PATH: '/bin', HOME: '/tmp/s', TMPDIR: '/tmp/s' });
  expect(env).not.toHaveProperty('ALICE_PASSWORD');
  expect(env).not.toHaveProperty('NODE_OPTIONS');
  expect(env).not.toHaveProperty('SILLYTAVERN_LISTEN');
  expect(env['SILLYTAVERN_ENABLEUSERACCOUNTS']).toBe('true');
  expect(env).not.toHaveProperty('SILLYTAVERN_SESSIONTIMEOUT');
});

test('its idle limit is the one that was asked for, and nonsense is refused', () => {
  const timeout = (given: string) => ({ SILLYTAVERN_SESSIONTIMEOUT: given });
  expect(serverEnvironment(timeout('75'), '/tmp/s')).toMatchObject(timeout('75'));
  expect(sessionTimeout(timeout(''))).toBeUndefined();
  for (const given of ['0', '-1', '1.5', 'soon']) {
    expect(() => sessionTimeout(timeout(given))).toThrow(
      `“${given}” is no whole number of seconds`,
    );
  }
});

test('a server that answers is stopped with its data, and the next one need not compile the page', async () => {
  await install(ANSWERS);
  const first = await bootSillyTavern(installation);
  const { found, scratch = '' } = await ask(first.origin);
  expect(found).toBe('nothing');
  expect(await readdir(scratch)).toContain('data');
  await first.stop();
  await first.stop();
  await expect(readdir(scratch)).rejects.toThrow('ENOENT');
  await expect(ask(first.origin)).rejects.toThrow();

  const second = await bootSillyTavern(installation);
  expect(await ask(second.origin)).toMatchObject({ found: 'compiled' });
  await second.stop();
});

test('a server that dies is reported with its last words, and its data is removed', async () => {
  const witness = join(installation, 'scratch.txt');
  await install(`
    require('node:fs').writeFileSync(${JSON.stringify(witness)}, process.env.HOME);
    console.error('\\u001b[31mAddress is already in use\\u001b[0m');
    process.exit(3);
  `);
  await expect(bootSillyTavern(installation)).rejects.toThrow(
    [
      'SillyTavern did not come up: it ended with exit code 3.',
      `Tried: node ${installation}/node_modules/sillytavern/server.js`,
      'It wrote at last:',
      'Address is already in use',
      `If this comes again, remove ${installation} and run the same command: it is then installed anew.`,
    ].join('\n'),
  );
  await expect(readdir(await readFile(witness, 'utf8'))).rejects.toThrow('ENOENT');
});
