import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import {
  type StayEvidence,
  UNSTATED_REMEMBERED_LIMIT,
} from '../../../checks/insecure-storage/stays-signed-in-only-where-asked.ts';

const { judge } = CHECKS.staysSignedInOnlyWhereAsked;
const DAY = 86_400;
const offer = { label: 'Remember me', tickedByDefault: false };
const lasting = (lifetimeSeconds: number) => ({
  kept: ['the cookie sid'],
  cookies: [{ name: 'sid', lifetimeSeconds }],
});
const unasked: StayEvidence['unasked'] = {
  shownBefore: true,
  shown: false,
  kept: [],
  cookies: [{ name: 'sid' }],
  aliveAfter: true,
  unusedForSeconds: 3,
  shownAgain: true,
};
const asked = { shownBefore: true, shown: true, ...lasting(7 * DAY) };
const sound: StayEvidence = { offer, unasked, asked, remembered: UNSTATED_REMEMBERED_LIMIT };
const survived = (lifetimeSeconds: number) => {
  const { shownAgain, ...others } = unasked;
  expect(shownAgain).toBe(true);
  return { ...others, shown: true, ...lasting(lifetimeSeconds) };
};

test('a session that goes with the browser, and stays where it was asked for, is sound', () => {
  expect(judge(sound)).toEqual({ outcome: 'pass', flaws: [], advice: [], unresolved: [] });
});

test('a box that is left unticked, and a session that stays, is a flaw', () => {
  const found = judge({ offer, unasked: survived(DAY), remembered: UNSTATED_REMEMBERED_LIMIT });
  expect(found).toMatchObject({ outcome: 'fail', flaws: [{}] });
  expect(found.severity).toBeUndefined();
});

test('where nobody can ask, staying is advice, and a minor flaw where it is for longer than a month', () => {
  const without = (lifetimeSeconds: number) =>
    judge({ unasked: survived(lifetimeSeconds), remembered: UNSTATED_REMEMBERED_LIMIT });
  expect(without(14 * DAY)).toMatchObject({ outcome: 'pass', advice: [{}] });
  expect(without(365 * DAY)).toMatchObject({ outcome: 'fail', severity: 'minor', flaws: [{}] });
});

test('what the person asked to keep is held to the policy; without one, it is advice', () => {
  const years = { ...asked, ...lasting(3650 * DAY) };
  const stated = { limitSeconds: 30 * DAY };
  expect(judge({ ...sound, asked: years })).toMatchObject({ outcome: 'pass', advice: [{}] });
  expect(judge({ ...sound, asked: years, remembered: stated })).toMatchObject({ outcome: 'fail' });
  expect(judge({ ...sound, remembered: stated })).toMatchObject({ outcome: 'pass', advice: [] });
});

test('a box that is ticked by default, or keeps nothing, is told', () => {
  const ticked = judge({ ...sound, offer: { ...offer, tickedByDefault: true } });
  expect(ticked).toMatchObject({ outcome: 'pass', advice: [{}] });
  const keepsNothing = judge({ ...sound, asked: { ...asked, shown: false } });
  expect(keepsNothing).toMatchObject({ outcome: 'pass', advice: [{}] });
});

test('a refusal counts only where the session was there, and would have been seen', () => {
  const outcomeWith = (more: Partial<typeof unasked>, idleSeconds?: number) =>
    judge({
      ...sound,
      unasked: { ...unasked, ...more },
      ...(idleSeconds === undefined ? {} : { idleSeconds }),
    }).outcome;
  expect(outcomeWith({ shownBefore: false })).toBe('inconclusive');
  expect(outcomeWith({ shownAgain: false })).toBe('inconclusive');
  expect(outcomeWith({ unanswered: 'GET /: 502' })).toBe('inconclusive');
  // Ended by the closing itself, within any limit: nothing was kept.
  expect(outcomeWith({ aliveAfter: false })).toBe('pass');
  expect(outcomeWith({ aliveAfter: false, unusedForSeconds: 15 })).toBe('inconclusive');
  expect(outcomeWith({ aliveAfter: false, unusedForSeconds: 15 }, 1800)).toBe('pass');
});

test('a page that anybody is shown tells nothing', () => {
  const shown = { ...survived(DAY), shownToAnybody: true };
  expect(judge({ offer, unasked: shown, remembered: UNSTATED_REMEMBERED_LIMIT }).outcome).toBe(
    'inconclusive',
  );
});
