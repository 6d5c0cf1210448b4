import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { keptValues } from '../../../fixtures/access/kept-values.ts';
import type { Credential, Slot } from '../../../fixtures/replay/credentials.ts';

const slot = (name: string): Slot => ({ carrier: 'body', name });
const value = (name: string): Credential => ({ ...slot(name), value: new Secret(`value ${name}`) });
const COOKIE: Slot = { carrier: 'cookie', name: 'sid' };
const kept = (names: readonly string[], ...sets: Slot[][]): string[][] =>
  keptValues(names.map(value), sets).map((each) => each.map(({ name }) => name));

test('a name of the owner is kept beside the intruder’s own cookie', () => {
  expect(kept(['/user'], [COOKIE, slot('/user')])).toEqual([['/user']]);
});

test('a token in the body is never kept', () => {
  expect(kept(['/token'], [slot('/token')])).toEqual([]);
  expect(kept(['/token', '/user'], [slot('/token')])).toEqual([['/user']]);
});

test('of two values that authenticate together never both are kept', () => {
  expect(kept(['/key', '/secret'], [slot('/key'), slot('/secret')])).toEqual([
    ['/secret'],
    ['/key'],
  ]);
});

test('what opens without anything leaves everything to be kept', () => {
  expect(kept(['/user'], [])).toEqual([['/user']]);
});
