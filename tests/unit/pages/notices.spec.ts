import { expect, test } from '@playwright/test';
import { tellsOfLoss } from '../../../pages/notices.ts';

const WORD = 'kx0123456789abcdefgh';
const before = ['Ask Acme', 'Forgot your password?'];
const told = (...lines: string[]) => tellsOfLoss(before, [...before, ...lines], WORD);

test('a sign-in form says nothing of a message that was lost, unless it does', () => {
  expect(told('Welcome back', 'Your session has ended. Please sign in.')).toBe(false);
  expect(told(`${WORD} and so on`)).toBe(false);
  expect(told('Your message was not sent.')).toBe(true);
  expect(told('We have dropped your draft.')).toBe('unclear');
});
