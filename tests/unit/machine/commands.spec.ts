import { spawnSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../../fixtures/machine/root.mjs';

const MACHINE = path.join('fixtures', 'machine');

/** Runs one of the commands as a child; an npm that only fails stands in for the real one. */
function run(root: string, script: string, npm: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, MACHINE, script)],
    {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], npm_execpath: npm, ...env },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

/** A checkout in which nothing is installed: the commands, a package.json and a lockfile. */
async function bareCheckout(
  root: string,
  engines = '>=20',
): Promise<{ root: string; npm: string }> {
  await mkdir(root, { recursive: true });
  await cp(path.join(ROOT, MACHINE), path.join(root, MACHINE), { recursive: true });
  await writeFile(
    path.join(root, 'package.json'),
    JSON.stringify({ type: 'module', engines: { node: engines } }),
  );
  const packages = { 'node_modules/ws': { version: '8.0.0', integrity: 'sha512-a' } };
  await writeFile(path.join(root, 'package-lock.json'), JSON.stringify({ packages }));
  const npm = path.join(root, 'npm-cli.js');
  await writeFile(
    npm,
    `console.error('npm error code ENOTFOUND\\nnpm error request to https://token@npm.example/ws failed, reason: getaddrinfo EAI_AGAIN npm.example\\nnpm error A complete log: /x'); process.exit(1);`,
  );
  return { root, npm };
}

for (const command of ['start', 'test']) {
  test(`npm ${command} says in one sentence that Node is too old`, async ({}, info) => {
    const { root, npm } = await bareCheckout(info.outputPath('checkout'), '>=99.1.0');
    expect(run(root, `${command}.mjs`, npm)).toEqual({
      status: 1,
      stdout: '',
      stderr: `Sessionwright needs Node 99.1.0 or later and this is Node ${process.versions.node}: install a current one, then try again.\n`,
    });
  });

  test(`npm ${command} says which command to run when the packages cannot be installed`, async ({}, info) => {
    const { root, npm } = await bareCheckout(info.outputPath('checkout'));
    expect(run(root, `${command}.mjs`, npm)).toEqual({
      status: 1,
      stdout: 'Packages: installing by the lockfile (node_modules is missing) …\n',
      stderr: `Packages: npm could not install them (exit code 1).
  npm error code ENOTFOUND
  npm error request to <address> failed, reason: getaddrinfo EAI_AGAIN <host>
Check the network or your npm configuration, then run: npm ci
`,
    });
  });

  test(`npm ${command} names a BROWSER_PATH that is no browser and runs nothing`, async ({}, info) => {
    const { npm } = await bareCheckout(info.outputPath('checkout'));
    const { status, stdout, stderr } = run(ROOT, `${command}.mjs`, npm, {
      BROWSER_PATH: '/no/such/chrome',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: 'Packages: as the lockfile says\n',
      stderr:
        'BROWSER_PATH is /no/such/chrome, which is no executable file. Set it to the executable of a Chromium, Chrome or Edge, or leave it empty.\n',
    });
  });
}

test('a damaged lockfile is named, not taken for an empty one', async ({}, info) => {
  const { root, npm } = await bareCheckout(info.outputPath('checkout'));
  await writeFile(path.join(root, 'package-lock.json'), '{"packages": {');
  const { status, stderr } = run(root, 'start.mjs', npm);
  expect(status).toBe(1);
  expect(stderr).toContain(
    `Packages: ${path.join(root, 'package-lock.json')} cannot be read as JSON`,
  );
});

test('npm run report says how to make a report when there is none', async ({}, info) => {
  const { root, npm } = await bareCheckout(info.outputPath('checkout'));
  expect(run(root, 'report.mjs', npm)).toEqual({
    status: 1,
    stdout: '',
    stderr: `There is no report at ${path.join(root, 'reports/out/allure-report/index.html')} yet. Make one with: npm start\n`,
  });
});

test('npm run report says where the report lies on a machine without a screen', async ({}, info) => {
  const { root, npm } = await bareCheckout(info.outputPath('checkout'));
  const report = path.join(root, 'reports/out/allure-report/index.html');
  await mkdir(path.dirname(report), { recursive: true });
  await writeFile(report, '<h1>report</h1>');
  expect(run(root, 'report.mjs', npm)).toEqual({
    status: 0,
    stdout: `Report: ${report}\nNo screen here: open the file in a browser.\n`,
    stderr: '',
  });
});
