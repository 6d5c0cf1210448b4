import { expect, test } from '@playwright/test';
import { HAND_OVER, resolveBrowser } from '../../../fixtures/machine/browser.ts';
import type { VersionProof } from '../../../fixtures/machine/machine.ts';
import { broken, chromium, fakeMachine } from './fake-machine.ts';

const EVERYTHING = {
  playwrightShell: '/cache/ms-playwright/shell',
  playwrightFull: '/cache/ms-playwright/chrome',
  npmPackage: { executable: '/cache/npm/shell', needsLibraries: false },
  executables: {
    '/mine/chrome': chromium,
    '/cache/ms-playwright/shell': chromium,
    '/cache/ms-playwright/chrome': chromium,
    '/usr/bin/chromium-headless-shell': chromium,
    '/usr/bin/google-chrome-stable': chromium,
    '/usr/bin/chromium': chromium,
    '/usr/bin/microsoft-edge': chromium,
  },
};

const ORDER = [
  'named by BROWSER_PATH, /mine/chrome',
  "Playwright's own headless shell, /cache/ms-playwright/shell",
  "Playwright's own Chromium, /cache/ms-playwright/chrome",
  'installed headless shell, /usr/bin/chromium-headless-shell',
  'installed Chrome, /usr/bin/google-chrome-stable',
  'installed Chromium, /usr/bin/chromium',
  'installed Edge, /usr/bin/microsoft-edge',
  'npm package @sparticuz/chromium, /cache/npm/shell',
].map((choice) => `${chromium.version}, ${choice}`);

test('takes the next best browser as the better ones are taken away', async () => {
  const chosen: string[] = [];
  const executables: Record<string, VersionProof> = { ...EVERYTHING.executables };
  const look = async (parts: object, env: NodeJS.ProcessEnv = {}) => {
    const machine = fakeMachine({
      ...parts,
      executables,
    });
    chosen.push((await resolveBrowser(env, { machine })).how);
  };
  const { playwrightFull, npmPackage } = EVERYTHING;
  await look(EVERYTHING, { BROWSER_PATH: '/mine/chrome' });
  await look(EVERYTHING);
  await look({ playwrightFull, npmPackage });
  await look({ npmPackage });
  delete executables['/usr/bin/chromium-headless-shell'];
  await look({ npmPackage });
  delete executables['/usr/bin/google-chrome-stable'];
  await look({ npmPackage });
  delete executables['/usr/bin/chromium'];
  await look({ npmPackage });
  delete executables['/usr/bin/microsoft-edge'];
  await look({ npmPackage });
  expect(chosen).toEqual(ORDER);
});

test('passes over a browser that is installed and does not start', async () => {
  const machine = fakeMachine({
    executables: { '/usr/bin/chromium-headless-shell': broken, '/usr/bin/chromium': chromium },
  });
  const { launchOptions } = await resolveBrowser({}, { machine });
  expect(launchOptions).toEqual({ executablePath: '/usr/bin/chromium' });
});

test('finds a browser in a folder that only PATH names', async () => {
  const machine = fakeMachine({
    env: { PATH: '/bin:/nix/profile/bin' },
    executables: { '/nix/profile/bin/chromium': chromium },
  });
  const { launchOptions } = await resolveBrowser({}, { machine });
  expect(launchOptions).toEqual({ executablePath: '/nix/profile/bin/chromium' });
});

test('finds Chrome among the applications of macOS', async () => {
  const chrome = '/Users/eve/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const machine = fakeMachine({
    platform: 'darwin',
    env: { HOME: '/Users/eve' },
    executables: { [chrome]: chromium },
  });
  const { launchOptions } = await resolveBrowser({}, { machine });
  expect(launchOptions).toEqual({ executablePath: chrome });
});

test('finds Edge among the programs of Windows', async () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const machine = fakeMachine({
    platform: 'win32',
    env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    executables: { [edge]: chromium },
  });
  const { launchOptions } = await resolveBrowser({}, { machine });
  expect(launchOptions).toEqual({ executablePath: edge });
});

test("leaves Playwright's own browsers to Playwright, so that --headed finds the whole one", async () => {
  const own = (parts: object) => fakeMachine({ ...parts, executables: EVERYTHING.executables });
  const shell = await resolveBrowser(
    {},
    { machine: own({ playwrightShell: '/cache/ms-playwright/shell' }) },
  );
  const full = await resolveBrowser(
    {},
    { machine: own({ playwrightFull: '/cache/ms-playwright/chrome' }) },
  );
  expect([shell.launchOptions, full.launchOptions]).toEqual([{}, { channel: 'chromium' }]);
});

test('gives the browser of the npm package its fonts, and its libraries only where they are needed', async () => {
  const environmentOf = async (needsLibraries: boolean) => {
    const machine = fakeMachine({ npmPackage: { executable: '/cache/npm/shell', needsLibraries } });
    return (await resolveBrowser({ PATH: '/bin' }, { machine })).launchOptions.env;
  };
  expect(await environmentOf(false)).toEqual({
    PATH: '/bin',
    FONTCONFIG_FILE: '/cache/fonts.conf',
  });
  expect(await environmentOf(true)).toEqual({
    PATH: '/bin',
    FONTCONFIG_FILE: '/cache/fonts.conf',
    LD_LIBRARY_PATH: '/cache/lib',
  });
});

test('keeps passwords and keys out of the browser environment, which reports may store', async () => {
  const machine = fakeMachine({
    npmPackage: { executable: '/cache/npm/shell', needsLibraries: false },
  });
  const env = { PATH: '/bin', ALICE_PASSWORD: 'correct-horse', MODEL_API_KEY: 'battery-staple' };
  const resolved = await resolveBrowser(env, { machine });
  expect(JSON.stringify(resolved)).not.toMatch(/correct-horse|battery-staple/);
  expect(JSON.stringify(env[HAND_OVER as keyof typeof env])).not.toMatch(
    /correct-horse|battery-staple/,
  );
});

test('hands the choice to child processes, which do not search again', async () => {
  const env: NodeJS.ProcessEnv = {};
  const machine = fakeMachine({ executables: { '/usr/bin/chromium': chromium } });
  const inMain = await resolveBrowser(env, { machine });
  const inWorker = await resolveBrowser({ ...env }, { machine });
  expect(inWorker).toEqual(inMain);
  expect(machine.asked).toEqual(['/usr/bin/chromium']);
});

test('searches again when the handed browser is gone or another one is named', async () => {
  const env: NodeJS.ProcessEnv = {};
  const before = fakeMachine({ executables: { '/usr/bin/chromium': chromium } });
  await resolveBrowser(env, { machine: before });
  const after = fakeMachine({
    executables: { '/usr/bin/google-chrome': chromium, '/mine/chrome': chromium },
  });
  const gone = await resolveBrowser({ ...env }, { machine: after });
  const named = await resolveBrowser({ ...env, BROWSER_PATH: '/mine/chrome' }, { machine: after });
  expect([gone.launchOptions, named.launchOptions]).toEqual([
    { executablePath: '/usr/bin/google-chrome' },
    { executablePath: '/mine/chrome' },
  ]);
});

test('refuses a hand-over that it did not write', async () => {
  const machine = fakeMachine({ executables: { '/usr/bin/chromium': chromium } });
  await expect(resolveBrowser({ [HAND_OVER]: '{"wanted":1}' }, { machine })).rejects.toThrow(
    'SESSIONWRIGHT_BROWSER is set by the harness itself and does not hold what it writes: unset it.',
  );
});
