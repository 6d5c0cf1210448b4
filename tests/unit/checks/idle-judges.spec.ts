import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type { InUseEvidence } from '../../../checks/idle-timeout/session-in-use-is-not-cut-off.ts';
import type { Sighting, Sweep } from '../../../checks/insecure-storage/sweep.ts';

const reached: Probe = { label: 'control', reached: true, exchanges: [] };
const refused: Probe = { label: 'attack', reached: false, exchanges: [] };
const AGE = { limitSeconds: 8, idleForSeconds: 10 };
const TOO_YOUNG = { limitSeconds: 8, idleForSeconds: 7 };
const alive = [{ name: 'GET /c', before: reached, attack: reached, after: reached }];
const dead = [{ name: 'GET /c', before: reached, attack: refused, after: reached }];

test('an open page that keeps its session alive is a flaw, and what it asked for is told', () => {
  const { judge } = CHECKS.untouchedPageKeepsNothingAlive;
  const judged = judge({ ...AGE, askedMeanwhile: 1, attacks: alive });
  expect(judged.outcome).toBe('fail');
  expect(judged.flaws[0]?.summary).toBe(
    'after 10 s without activity (limit 8 s) at an open page, which made 1 request by itself, the conversation was still opened by GET /c',
  );
  expect(judge({ ...AGE, askedMeanwhile: 0, attacks: dead }).outcome).toBe('pass');
  expect(judge({ ...TOO_YOUNG, askedMeanwhile: 3, attacks: dead }).outcome).toBe('inconclusive');
  const wavering = [{ name: 'GET /c', before: reached, attack: refused, after: refused }];
  expect(judge({ ...AGE, askedMeanwhile: 0, attacks: wavering }).outcome).toBe('inconclusive');
});

test('a conversation that stands on an idle page is a flaw, wherever it stands', () => {
  const { judge } = CHECKS.idlePageShowsNothing;
  const seen = (sink: Sighting['sink'], what: Sighting['what'] = 'canary'): Sweep => ({
    sightings: [{ sink, what, where: 'here', encodings: [] }],
    unread: [],
  });
  const nothing: Sweep = { sightings: [], unread: [] };
  const before = seen('dom');
  expect(judge({ ...AGE, before, after: seen('dom') }).outcome).toBe('fail');
  expect(judge({ ...AGE, before, after: seen('localStorage') }).outcome).toBe('fail');
  expect(judge({ ...AGE, before, after: nothing }).outcome).toBe('pass');
  // A dead credential opens nothing.
  expect(judge({ ...AGE, before, after: seen('cookies', 'credential') }).outcome).toBe('pass');
  expect(judge({ ...AGE, before: nothing, after: nothing }).outcome).toBe('inconclusive');
  expect(judge({ ...TOO_YOUNG, before, after: seen('dom') }).outcome).toBe('inconclusive');
  const unread: Sweep = { sightings: [], unread: [{ sink: 'indexedDb', reason: 'it hangs' }] };
  expect(judge({ ...AGE, before, after: unread }).outcome).toBe('inconclusive');
});

const inUse: InUseEvidence = {
  limitSeconds: 8,
  usedForSeconds: 12,
  longestPauseSeconds: 3,
  said: 4,
  before: reached,
  after: reached,
};
const thrownOut = { brokenOff: 'no box to write a message in came up', after: refused };

for (const [what, change, outcome] of [
  ['is open at the end', {}, 'pass'],
  ['is over', { after: refused }, 'fail'],
  ['is over, which the page says too', { ...thrownOut }, 'fail'],
  ['is open, but its page takes no message', { brokenOff: thrownOut.brokenOff }, 'inconclusive'],
  ['was over from the beginning', { ...thrownOut, before: refused }, 'inconclusive'],
  ['had a pause as long as the limit', { ...thrownOut, longestPauseSeconds: 8 }, 'inconclusive'],
  ['was not used for longer than the limit', { usedForSeconds: 7 }, 'inconclusive'],
  [
    'gets no answer at the end',
    { after: { ...refused, unanswered: 'connection reset' } },
    'inconclusive',
  ],
] as const) {
  test(`a session in use that ${what}: ${outcome}`, () => {
    expect(CHECKS.sessionInUseIsNotCutOff.judge({ ...inUse, ...change }).outcome).toBe(outcome);
  });
}
