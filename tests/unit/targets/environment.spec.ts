import { expect, test } from '@playwright/test';
import { readEnvironment } from '../../../targets/environment.ts';
import { isLoopback, ownChatbot } from '../../../targets/own-chatbot.ts';

const PEOPLE = {
  ALICE_USERNAME: 'alice',
  ALICE_PASSWORD: 'alice-secret',
  BOB_USERNAME: 'bob',
  BOB_PASSWORD: 'bob-secret',
};

function complaint(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was wrong';
}

test('with nothing said the embedded chatbot is audited', () => {
  expect(readEnvironment({})).toEqual({ target: { kind: 'named', name: 'reference' } });
});

test('an unknown target is answered with the known ones', () => {
  expect(complaint(() => readEnvironment({ TARGET: 'chatgpt' }))).toContain(
    'reference, sillytavern',
  );
});

test('every problem of the environment is named at once', () => {
  const said = complaint(() =>
    readEnvironment({ TARGET_URL: 'ftp://chat', ALICE_USERNAME: 'alice' }),
  );
  for (const name of ['TARGET_URL', 'ALICE_PASSWORD', 'BOB_USERNAME', 'BOB_PASSWORD']) {
    expect(said).toContain(`${name}:`);
  }
});

test('two accounts of one name are refused', () => {
  const variables = { ...PEOPLE, BOB_USERNAME: 'alice', TARGET_URL: 'http://127.0.0.1:3000' };
  expect(complaint(() => readEnvironment(variables))).toContain('BOB_USERNAME: is the same');
});

test('idle accounts share a password, and are nobody else’s', () => {
  const own = { ...PEOPLE, TARGET_URL: 'http://127.0.0.1:3000' };
  const idle = { IDLE_USERNAMES: 'carol, dan', IDLE_PASSWORD: 'idle-secret' };
  const { idleAccounts } = readEnvironment({ ...own, ...idle });
  expect(idleAccounts?.map(({ username }) => username)).toEqual(['carol', 'dan']);
  expect(idleAccounts?.map(({ password }) => password.reveal())).toEqual([
    'idle-secret',
    'idle-secret',
  ]);
  for (const [wrong, mend] of [
    [{ ...idle, IDLE_PASSWORD: '' }, 'IDLE_PASSWORD: is missing'],
    [{ ...idle, IDLE_USERNAMES: '' }, 'IDLE_USERNAMES: is missing'],
    [{ ...idle, IDLE_USERNAMES: 'carol' }, 'IDLE_USERNAMES: names one account'],
    [{ ...idle, IDLE_USERNAMES: 'carol,,dan' }, 'IDLE_USERNAMES: is a list'],
    [{ ...idle, IDLE_USERNAMES: 'carol,carol' }, 'IDLE_USERNAMES: names an account twice'],
    [{ ...idle, IDLE_USERNAMES: 'carol,bob' }, 'IDLE_USERNAMES: names “bob”'],
  ] as const) {
    expect(complaint(() => readEnvironment({ ...own, ...wrong }))).toContain(mend);
  }
  expect(complaint(() => readEnvironment(idle))).toContain('IDLE_USERNAMES: goes with your own');
});

test('an empty value counts as none', () => {
  expect(readEnvironment({ TARGET: '', TARGET_URL: '' }).target.kind).toBe('named');
});

test('a chatbot that is not on this machine is refused until its owner’s leave is stated', () => {
  const variables = { ...PEOPLE, TARGET_URL: 'https://chat.example.com' };
  expect(complaint(() => ownChatbot(readEnvironment(variables)))).toContain('TARGET_AUTHORISED_BY');
  const allowed = readEnvironment({ ...variables, TARGET_AUTHORISED_BY: 'Ada Example' });
  expect(ownChatbot(allowed).origin).toBe('https://chat.example.com');
});

test('a password shows in no form of the environment', () => {
  const environment = readEnvironment({ ...PEOPLE, TARGET_URL: 'http://localhost:3000' });
  expect(JSON.stringify(environment)).not.toContain('alice-secret');
});

for (const [host, expected] of Object.entries({
  localhost: true,
  'chat.localhost': true,
  '127.0.0.1': true,
  '127.9.9.9': true,
  '[::1]': true,
  '127.0.0.1.example.com': false,
  'localhost.example.com': false,
  '10.0.0.1': false,
})) {
  test(`${host} is ${expected ? '' : 'not '}on this machine`, () => {
    expect(isLoopback(host)).toBe(expected);
  });
}
