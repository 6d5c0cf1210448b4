import { expect, test } from '@playwright/test';
import { findExactly } from '../../../checks/canary/find-canary.ts';

const TOKEN = 'eyJhbGciOi.eyJzdWIiOiJh.kQ_9-Zx81aB';

const STORED: Record<string, string> = {
  'as it is': `{"token":"${TOKEN}"}`,
  'in JSON in JSON': JSON.stringify(JSON.stringify({ token: TOKEN })),
  'percent-encoded': encodeURIComponent(`Bearer ${TOKEN}`),
  'in base64': Buffer.from(JSON.stringify({ token: TOKEN })).toString('base64'),
  'in base64 of JSON in an address': `?state=${encodeURIComponent(Buffer.from(`{"t":"${TOKEN}"}`).toString('base64'))}`,
};

for (const [how, text] of Object.entries(STORED)) {
  test(`a token is found ${how}`, () => {
    expect(findExactly(TOKEN, text)).toBeDefined();
  });
}

test('another spelling of a token is another token', () => {
  expect(findExactly(TOKEN, STORED['as it is']?.toUpperCase() ?? '')).toBeUndefined();
  expect(findExactly(TOKEN, `{"token":"${TOKEN.slice(0, -1)}"}`)).toBeUndefined();
});

test('a password with letters beyond ASCII is found', () => {
  const password = 'pässwörd – 4711';
  expect(findExactly(password, JSON.stringify({ password }))).toBeDefined();
  expect(findExactly(password, encodeURIComponent(password))).toBeDefined();
});
