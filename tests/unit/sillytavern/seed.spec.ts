import { expect, test } from '@playwright/test';
import { profileSchema } from '../../../targets/profile.ts';
import { seedFailure, textField } from '../../../targets/sillytavern/client.ts';
import { SILLYTAVERN_PROFILE } from '../../../targets/sillytavern/profile.ts';

test('the profile is valid and names the version', () => {
  expect(profileSchema.parse(SILLYTAVERN_PROFILE).name).toBe('SillyTavern 1.19.0');
});

test('a refused request of the seed is told with its answer and what to do', () => {
  expect(seedFailure('POST', '/api/users/create', 403, '')).toBe(
    'SillyTavern could not be prepared: POST /api/users/create answered 403 without a body.\n' +
      'Its folder in the cache may be damaged or changed by hand: remove it and run the same command again.',
  );
  expect(
    seedFailure('POST', '/api/users/create', 409, '{"error":"User already exists"}'),
  ).toContain('It said: {"error":"User already exists"}');
});

test('an answer without the expected text is refused', () => {
  expect(textField({ token: 'abc' }, 'token', 'GET /csrf-token')).toBe('abc');
  for (const answer of [{}, { token: 1 }, 'Forbidden', null]) {
    expect(() => textField(answer, 'token', 'GET /csrf-token')).toThrow(
      'the answer to GET /csrf-token lacks the text “token”',
    );
  }
});
