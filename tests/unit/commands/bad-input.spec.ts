import { existsSync, writeFileSync } from 'node:fs';
import { FLAW_NAMES } from '../../../targets/reference/flaws.ts';
import { expect, NOBODIES, test } from './command-test.ts';

const OWN = { ...NOBODIES, TARGET_URL: 'http://127.0.0.1:9' };
const PROFILE = {
  orgin: 'http://127.0.0.1:9',
  signIn: { steps: [{ click: { role: 'buton' } }, { clik: { label: 'Go' } }] },
  lacks: ['soul'],
};

/** Each case: what is given, and the whole of what a person is told. */
const CASES: Record<string, { env: NodeJS.ProcessEnv; says: string[] }> = {
  'an unknown target is answered with the known ones': {
    env: { TARGET: 'chatgpt' },
    says: [
      'This run was not told well what to do:',
      '  - TARGET: “chatgpt” is not known; it is one of reference, sillytavern, or the path of a profile that ends in .json',
    ],
  },
  'every problem of the environment is told at once': {
    env: {
      TARGET_URL: 'ftp://chat',
      ALICE_USERNAME: 'alice',
      ALICE_PASSWORD: 'abc',
      BOB_USERNAME: 'alice',
      MODEL_BASE_URL: 'model',
      REPORT_NAME: '../outside',
      REFERENCE_FLAW: 'nonsense',
    },
    says: [
      'This run was not told well what to do:',
      '  - TARGET_URL: must be an http:// or https:// URL',
      '  - ALICE_PASSWORD: has fewer than 4 characters and could not be kept out of the reports; use a longer one',
      '  - MODEL_BASE_URL: must be an http:// or https:// URL',
      '  - REPORT_NAME: “../outside” cannot be a folder’s name; use letters, digits, dots, dashes and underscores, the first a letter or a digit',
      `  - REFERENCE_FLAW: “nonsense” is not known; it is one of ${FLAW_NAMES.join(', ')}`,
      '  - BOB_PASSWORD: is missing; your own chatbot needs two test accounts, Alice’s and Bob’s',
      '  - BOB_USERNAME: is the same as ALICE_USERNAME; two people are needed to see whether they are kept apart',
      '  - REFERENCE_FLAW: goes with TARGET=reference only',
    ],
  },
  'a chatbot elsewhere is refused until its owner’s leave is stated': {
    env: { ...OWN, TARGET_URL: 'https://192.0.2.1' },
    says: [
      'https://192.0.2.1 is not on this machine, so it is not audited yet:',
      '  - attacking a chatbot without its owner’s leave is a crime in most places; state who gave it in TARGET_AUTHORISED_BY, for example “Ada Example, head of the chat team, 2026-11-23”',
    ],
  },
  'a browser that is none is named': {
    env: { BROWSER_PATH: '/no/such/browser' },
    says: [
      'BROWSER_PATH is /no/such/browser, which is no executable file. Set it to the executable of a Chromium, Chrome or Edge, or leave it empty.',
    ],
  },
};

for (const [title, { env, says }] of Object.entries(CASES)) {
  test(title, async ({ audit }) => {
    const run = audit(env);
    expect(await run.exitCode, run.lastWords).toBe(1);
    expect(run.output).toBe(`${says.join('\n')}\n`);
    expect(run.litter()).toEqual([]);
    expect(run.survivors()).toEqual([]);
    expect(existsSync(run.folder)).toBe(false);
  });
}

test('a profile and an environment that are both wrong are told of at once', async ({
  audit,
}, testInfo) => {
  const file = testInfo.outputPath('profile.json');
  writeFileSync(file, JSON.stringify(PROFILE));
  const run = audit({ ...NOBODIES, TARGET: file, BOB_PASSWORD: '' });
  expect(await run.exitCode, run.lastWords).toBe(1);
  expect(run.output).toBe(
    [
      'This run was not told well what to do:',
      '  - BOB_PASSWORD: is missing; your own chatbot needs two test accounts, Alice’s and Bob’s',
      `  - ${file}: name: is missing; it must be a string`,
      `  - ${file}: signIn.steps.0.click.role: must be one of “button”, “link”, “menuitem”, “textbox”, “combobox”, “tab”, “listitem”, “option”, “dialog”, “heading”, “img”`,
      `  - ${file}: signIn.steps.1: must be one of { click, optional? }, { fill, with }, { press, on? }, { waitFor }, { waitUntilGone }, { goto }`,
      `  - ${file}: lacks.0: must be one of “signOut”, “secondTab”, “persistence”, “echo”, “rename”, “remove”, “share”, “export”, “search”, “deviceList”, “signOutEverywhere”, “liveChannel”, “guestChat”, “passwordReset”`,
      `  - ${file}: the whole: “orgin” is not known here; known are $schema, name, origin, alsoAllowed, signIn, chat, guest, signOut, conversation, account, policy, crowd, allows, lacks`,
      '',
    ].join('\n'),
  );
  expect(run.litter()).toEqual([]);
});
