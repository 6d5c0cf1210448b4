import { expect, test } from '@playwright/test';
import { resolveBrowser } from '../../../fixtures/machine/browser.ts';
import { type BrowserInstaller, ensureBrowser } from '../../../fixtures/machine/ensure-browser.ts';
import { broken, chromium, fakeMachine } from './fake-machine.ts';

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

test('a machine without a browser gets one message with what was tried and what to run', async () => {
  const machine = fakeMachine({ executables: { '/usr/bin/chromium': broken } });
  expect(await messageOf(resolveBrowser({}, { machine }))).toBe(
    `No browser works on this machine. Tried, in this order:
  - playwright-shell: none complete in /cache/ms-playwright
  - playwright-chromium: none complete in /cache/ms-playwright
  - headless-shell: not installed
  - chrome: not installed
  - chromium: /usr/bin/chromium: --version ended with code 127
  - edge: not installed
  - npm-package: not in node_modules
Run one of these, then try again:
  npm ci --include=optional                                 # x64: carries one in a package, needs no root
  npx playwright install --with-deps --only-shell chromium  # Debian, Ubuntu: downloads one
  sudo apt-get install -y chromium-headless-shell           # Debian
  sudo dnf install -y chromium-headless                     # Fedora
  sudo apk add chromium                                     # Alpine
  sudo pacman -S chromium                                   # Arch
or set BROWSER_PATH, in the environment or in .env, to a Chromium, Chrome or Edge.`,
  );
});

test('the commands to run are those of the system', async () => {
  const message = await messageOf(
    resolveBrowser({}, { machine: fakeMachine({ platform: 'darwin' }) }),
  );
  expect(message).toContain('brew install --cask google-chrome');
  expect(message).not.toContain('apt-get');
});

test('a wrong BROWSER_PATH is an error although other browsers are there', async () => {
  const machine = fakeMachine({
    executables: {
      '/usr/bin/chromium': chromium,
      '/bin/ls': {
        works: false,
        because: '--version says "ls 9.1", which is no Chromium, Chrome or Edge',
      },
    },
  });
  const remedy = 'Set it to the executable of a Chromium, Chrome or Edge, or leave it empty.';
  expect(await messageOf(resolveBrowser({ BROWSER_PATH: '/no/chrome' }, { machine }))).toBe(
    `BROWSER_PATH is /no/chrome, which is no executable file. ${remedy}`,
  );
  expect(await messageOf(resolveBrowser({ BROWSER_PATH: '/bin/ls' }, { machine }))).toBe(
    `BROWSER_PATH is /bin/ls, and --version says "ls 9.1", which is no Chromium, Chrome or Edge. ${remedy}`,
  );
});

test('an empty BROWSER_PATH, as in the example file, is none', async () => {
  const machine = fakeMachine({ executables: { '/usr/bin/chromium': chromium } });
  const { launchOptions } = await resolveBrowser({ BROWSER_PATH: '' }, { machine });
  expect(launchOptions).toEqual({ executablePath: '/usr/bin/chromium' });
});

test('installs a browser where none works, the next way when one way fails', async () => {
  const executables: Record<string, typeof chromium> = {};
  const machine = fakeMachine({ executables });
  const lines: string[] = [];
  const installers: BrowserInstaller[] = [
    { name: 'the download', install: () => Promise.resolve('no network') },
    {
      name: 'the package manager',
      install: () => {
        executables['/usr/bin/chromium'] = chromium;
        return Promise.resolve(undefined);
      },
    },
  ];
  const resolved = await ensureBrowser(
    {},
    installers,
    (line) => lines.push(line),
    (env) => resolveBrowser(env, { machine }),
  );
  expect(resolved.launchOptions).toEqual({ executablePath: '/usr/bin/chromium' });
  expect(lines).toEqual([
    'Browser: none works here; trying the download …',
    'Browser: the download failed: no network',
    'Browser: none works here; trying the package manager …',
    'Browser: the package manager is done',
  ]);
});

test('names the failed installations too when in the end no browser works', async () => {
  const resolve = (env: NodeJS.ProcessEnv) => resolveBrowser(env, { machine: fakeMachine({}) });
  const installers: BrowserInstaller[] = [
    { name: 'the download', install: () => Promise.resolve('no network') },
    { name: 'the package manager', install: () => Promise.resolve(undefined) },
  ];
  const message = await messageOf(ensureBrowser({}, installers, () => undefined, resolve));
  expect(message).toContain('  - npm-package: not in node_modules\n');
  expect(message).toContain('  - the download: no network\n');
  expect(message).toContain('  - the package manager: installed one, which does not run\n');
});

test('installs nothing for a wrong BROWSER_PATH', async () => {
  const installed: string[] = [];
  const installers: BrowserInstaller[] = [
    {
      name: 'the download',
      install: () => {
        installed.push('the download');
        return Promise.resolve(undefined);
      },
    },
  ];
  const resolve = (env: NodeJS.ProcessEnv) => resolveBrowser(env, { machine: fakeMachine({}) });
  const env = { BROWSER_PATH: '/no/chrome' };
  expect(await messageOf(ensureBrowser(env, installers, () => undefined, resolve))).toContain(
    'BROWSER_PATH is /no/chrome',
  );
  expect(installed).toEqual([]);
});
