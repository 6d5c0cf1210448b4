import { expect, test } from '@playwright/test';
import {
  offlineLogoutClearsTheBrowser,
  type OfflineLogoutEvidence,
  type OfflineRemains,
} from '../../../checks/insecure-storage/offline-logout-clears-the-browser.ts';
import type { Sighting, Sink, Sweep } from '../../../checks/insecure-storage/sweep.ts';

const sighting = (sink: Sink): Sighting => ({ sink, what: 'canary', where: '/', encodings: [] });
const seen = (sink: Sink): Sweep => ({ sightings: [sighting(sink)], unread: [] });
const clean: Sweep = { sightings: [], unread: [] };
const alive = { label: '', reached: true, exchanges: [] };
const nothing: OfflineRemains = { after: clean, alive, loadedAnew: clean };
const gone: OfflineLogoutEvidence = {
  before: seen('dom'),
  cutOff: true,
  toldSignedOut: true,
  showsSignIn: true,
  remains: nothing,
};
const { judge } = offlineLogoutClearsTheBrowser;
const withRemains = (
  remains: Partial<OfflineRemains>,
  evidence: Partial<OfflineLogoutEvidence> = {},
) => judge({ ...gone, ...evidence, remains: { ...nothing, ...remains } });

test('what is left where the page said that the person is signed out is a flaw', () => {
  expect(judge(gone).outcome).toBe('pass');
  const judged = withRemains({ after: seen('localStorage') });
  expect(judged.outcome).toBe('fail');
  expect(judged.flaws[0]?.summary).toContain('local storage');
});

test('a page that shows it again when it is loaded anew hands the session on', () => {
  const judged = withRemains({ loadedAnew: seen('loadedAnew') });
  expect(judged).toMatchObject({ outcome: 'fail', severity: 'critical' });
});

test('a page that says that it failed, and stays, passes with advice', () => {
  const { before, cutOff } = gone;
  const judged = judge({ before, cutOff, toldSignedOut: false, showsSignIn: false });
  expect(judged).toMatchObject({ outcome: 'pass', advice: [{}] });
});

test('a page that says that it failed above a sign-in form has left all the same', () => {
  const said = { toldSignedOut: false, showsSignIn: true } as const;
  expect(withRemains({ after: seen('localStorage') }, said).outcome).toBe('fail');
  // She was told that the session may live.
  expect(withRemains({ loadedAnew: seen('loadedAnew') }, said).outcome).toBe('pass');
});

test('what a page left that is like neither side of a sign-out is an open question', () => {
  const said = { toldSignedOut: 'unclear', showsSignIn: false } as const;
  expect(withRemains({}, said).outcome).toBe('pass');
  expect(withRemains({ after: seen('localStorage') }, said).outcome).toBe('inconclusive');
});

test('nothing is known where the server heard of it, or where a look proves nothing', () => {
  expect(withRemains({ after: seen('dom') }, { cutOff: false }).outcome).toBe('inconclusive');
  expect(withRemains({}, { before: clean }).outcome).toBe('inconclusive');
  expect(withRemains({ alive: { ...alive, reached: false } }).outcome).toBe('inconclusive');
  const unread = [{ sink: 'indexedDb', reason: 'blocked' } as const];
  expect(withRemains({ after: { sightings: [], unread } }).outcome).toBe('inconclusive');
});
