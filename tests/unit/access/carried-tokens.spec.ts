import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { type Carried, withValue } from '../../../fixtures/access/tokens/carried-tokens.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import { PLAIN_WITNESS } from './plain-witness.ts';

const cookie = (name: string, value: string): Credential => ({
  carrier: 'cookie',
  name,
  value: new Secret(value),
});

/** The jar tells its cookies in whatever order. */
const CUT: Carried = {
  path: {
    witness: PLAIN_WITNESS,
    slots: [],
  },
  slots: ['auth.0', 'auth.1', 'auth.2'].map((name) => ({ carrier: 'cookie', name })),
  value: 'aaaabbbbcc',
  together: [
    cookie('auth.1', 'bbbb'),
    cookie('theme', 'dark'),
    cookie('auth.0', 'aaaa'),
    cookie('auth.2', 'cc'),
  ],
  tokens: [],
};

const told = (sent: readonly Credential[]): Record<string, string> =>
  Object.fromEntries(sent.map(({ name, value }) => [name, value.reveal()]));

test('a value that was cut into cookies is cut again where it was, and its last piece takes the rest', () => {
  expect(told(withValue(CUT, 'AAAABBBBCCCC'))).toEqual({
    'auth.0': 'AAAA',
    'auth.1': 'BBBB',
    'auth.2': 'CCCC',
    theme: 'dark',
  });
});

test('a shorter value leaves the last pieces empty', () => {
  expect(told(withValue(CUT, 'AAAAB'))).toMatchObject({
    'auth.0': 'AAAA',
    'auth.1': 'B',
    'auth.2': '',
  });
});
