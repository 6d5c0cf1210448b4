import { expect, test } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import { Secret } from '../../../checks/secret.ts';
import { mayRunOutSoon, unlessRanOut } from '../../../fixtures/access/running-out.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import { jwtOf } from './jwt-of.ts';

const REFUSED: Probe = { label: 'after the logout', reached: false, exchanges: [] };
const now = (): number => Math.floor(Date.now() / 1000);
const bearer = (value: string): Credential => ({
  carrier: 'header',
  name: 'authorization',
  value: new Secret(value),
});
const living = (fromSeconds: number, toSeconds: number): Credential =>
  bearer(`Bearer ${jwtOf({ iat: now() + fromSeconds, exp: now() + toSeconds })}`);
const acceptedAt = (secondsAgo: number, allowedMs = 0) => ({
  acceptedAt: Date.now() - secondsAgo * 1000,
  allowedMs,
});

test('a token that ran out by itself since it was accepted was not seen to be revoked', () => {
  const { unanswered } = unlessRanOut(REFUSED, [living(-60, -5)], acceptedAt(20));
  expect(unanswered).toContain('header authorization ran out by itself');
});

test('a refusal counts where the token would have lived on, and where nobody keeps to its end', () => {
  const tried = [bearer('opaque'), living(-60, 60), living(-600, -300)];
  expect(unlessRanOut(REFUSED, tried, acceptedAt(20))).toEqual(REFUSED);
});

test('a token that never lives for longer than the policy allows is gone in time', () => {
  expect(unlessRanOut(REFUSED, [living(-60, -5)], acceptedAt(20, 60_000))).toEqual(REFUSED);
  expect(unlessRanOut(REFUSED, [living(-60, -5)], acceptedAt(20, 5_000))).not.toEqual(REFUSED);
});

test('the product’s own clock says what has run out, where it is ahead', () => {
  const date = new Date(Date.now() + 120_000).toUTCString();
  const record = { label: '', method: 'GET', url: '', requestHeaders: [], status: 401 };
  const exchange = { ...record, canarySeen: false, startedAt: 0, duration: 0 };
  const told = [{ ...exchange, responseHeaders: [{ name: 'date', value: date }] }];
  const probe = { ...REFUSED, exchanges: told };
  expect(unlessRanOut(probe, [living(0, 60)], acceptedAt(0)).unanswered).toBeDefined();
});

test('a token that still works has not run out', () => {
  const works = { ...REFUSED, reached: true };
  expect(unlessRanOut(works, [living(-60, -5)], acceptedAt(20))).toEqual(works);
});

test('what may run out in the middle of a story is renewed before it', () => {
  expect([living(0, 60), bearer('opaque')].map(mayRunOutSoon)).toEqual([true, true]);
  const cookie = { carrier: 'cookie', name: 'sid', value: new Secret('opaque') } as const;
  expect([living(0, 3_600), cookie].map(mayRunOutSoon)).toEqual([false, false]);
});
