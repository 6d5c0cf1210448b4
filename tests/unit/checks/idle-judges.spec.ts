import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { ControlledAttack, Probe } from '../../../checks/evidence/probe.ts';
import type { UsedForLongEvidence } from '../../../checks/idle-timeout/active-session-ends-at-its-limit.ts';
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
  const alone = { ...AGE, otherTab: undefined };
  expect(judge({ ...alone, before, after: seen('dom') }).outcome).toBe('fail');
  expect(judge({ ...alone, before, after: seen('localStorage') }).outcome).toBe('fail');
  expect(judge({ ...alone, before, after: nothing }).outcome).toBe('pass');
  // A dead credential opens nothing.
  expect(judge({ ...alone, before, after: seen('cookies', 'credential') }).outcome).toBe('pass');
  expect(judge({ ...alone, before: nothing, after: nothing }).outcome).toBe('inconclusive');
  expect(judge({ ...alone, ...TOO_YOUNG, before, after: seen('dom') }).outcome).toBe(
    'inconclusive',
  );
  const unread: Sweep = { sightings: [], unread: [{ sink: 'indexedDb', reason: 'it hangs' }] };
  expect(judge({ ...alone, before, after: unread }).outcome).toBe('inconclusive');
  // One tab is enough where there cannot be two, and the report says so.
  expect(judge({ ...alone, before, after: nothing }).advice).toHaveLength(1);
});

test('another tab that keeps the conversation past the limit is a flaw, and is told apart', () => {
  const { judge } = CHECKS.idlePageShowsNothing;
  const on = (sink: Sighting['sink']): Sweep => ({
    sightings: [{ sink, what: 'canary', where: '/c/…', encodings: [] }],
    unread: [],
  });
  const nothing: Sweep = { sightings: [], unread: [] };
  const front = { before: on('dom'), after: nothing };
  const judged = (before: Sweep, after: Sweep, age = AGE) =>
    judge({ ...age, ...front, otherTab: { before, after } });
  const kept = judged(on('otherTab'), on('otherTab'));
  expect(kept.flaws.map(({ summary }) => summary)).toEqual([
    'after 10 s without activity (limit 8 s) the conversation was still in another tab that was left open: /c/…',
  ]);
  expect(judged(on('otherTab'), nothing)).toMatchObject({ outcome: 'pass', advice: [] });
  expect(judged(on('otherTab'), on('otherTab'), TOO_YOUNG).outcome).toBe('inconclusive');
  // A tab that never showed it has nothing to clear.
  expect(judged(nothing, nothing).outcome).toBe('inconclusive');
  const unread: Sweep = { sightings: [], unread: [{ sink: 'otherTab', reason: 'it hangs' }] };
  expect(judged(on('otherTab'), unread).outcome).toBe('inconclusive');
});

const inUse: InUseEvidence = {
  limitSeconds: 8,
  usedForSeconds: 12,
  longestPauseSeconds: 3,
  said: 4,
  before: reached,
  after: reached,
};
const aged = (ageSeconds: number) => ({ absoluteSeconds: 40, ageSeconds });
const thrownOut = { brokenOff: 'no box to write a message in came up', after: refused };

for (const [what, change, outcome] of [
  ['is open at the end', {}, 'pass'],
  ['is over', { after: refused }, 'fail'],
  ['is over, which the page says too', { ...thrownOut }, 'fail'],
  ['is open, but its page takes no message', { brokenOff: thrownOut.brokenOff }, 'inconclusive'],
  ['was over from the beginning', { ...thrownOut, before: refused }, 'inconclusive'],
  ['had a pause as long as the limit', { ...thrownOut, longestPauseSeconds: 8 }, 'inconclusive'],
  ['is open after a pause as long as the limit', { longestPauseSeconds: 8 }, 'pass'],
  ['was not used for longer than the limit', { usedForSeconds: 7 }, 'inconclusive'],
  ['is over at half its absolute limit', { ...thrownOut, ...aged(20) }, 'fail'],
  ['is over at its absolute limit', { ...thrownOut, ...aged(40) }, 'inconclusive'],
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

const forLong: UsedForLongEvidence = {
  limitSeconds: 40,
  idleSeconds: 20,
  uses: 9,
  aliveSeconds: 38,
  triedSeconds: 44,
  attacks: dead,
};
const unanswered = [{ ...dead[0], attack: { ...refused, unanswered: 'connection reset' } }];

for (const [what, change, outcome] of [
  ['is over past its limit', {}, 'pass'],
  ['was seen to end', { endedSeconds: 41 }, 'pass'],
  ['ended a little before its limit', { aliveSeconds: 30, endedSeconds: 33 }, 'pass'],
  ['is open past its limit', { attacks: alive }, 'fail'],
  ['is open past its limit, though no read of it came', { attacks: alive, uses: 0 }, 'fail'],
  ['is open, but not yet past its limit', { attacks: alive, triedSeconds: 41 }, 'inconclusive'],
  ['is over, but was not yet past its limit', { triedSeconds: 40 }, 'inconclusive'],
  ['was never in use', { uses: 0, aliveSeconds: 0, endedSeconds: 2 }, 'inconclusive'],
  ['ended long before its limit', { aliveSeconds: 3, endedSeconds: 7 }, 'inconclusive'],
  ['was left alone for nearly its idle limit', { aliveSeconds: 25 }, 'inconclusive'],
  ['is not known to have an idle limit', { aliveSeconds: 25, idleSeconds: undefined }, 'pass'],
  ['got no answer at the end', { attacks: unanswered }, 'inconclusive'],
] as const) {
  test(`a session that was used for long and ${what}: ${outcome}`, () => {
    const evidence = { ...forLong, ...change } as UsedForLongEvidence;
    expect(CHECKS.activeSessionEndsAtItsLimit.judge(evidence).outcome).toBe(outcome);
  });
}

test('what a long use has measured is told, and an end before the limit is advice', () => {
  const { judge } = CHECKS.activeSessionEndsAtItsLimit;
  expect(judge(forLong).measured?.[0]?.summary).toBe(
    'a session that was used 9 times lived after 38 s and had ended after 44 s; limit 40 s',
  );
  expect(judge({ ...forLong, attacks: alive }).flaws[0]?.summary).toBe(
    '44 s after the sign-in, and in use all the while (limit 40 s), the conversation was still opened by GET /c',
  );
  const early = judge({ ...forLong, aliveSeconds: 30, endedSeconds: 33 });
  expect(early.advice[0]?.summary).toContain('33 s after the sign-in, before its limit of 40 s');
});

test('a channel that is given what was said past the limit is a flaw; a refusal needs a channel as old', () => {
  const { judge } = CHECKS.idleChannelsReceiveNothing;
  const name = 'the open WebSocket /live (cookie sid)';
  const open = { name, before: reached, attack: reached, after: reached };
  const closed = { ...open, attack: refused };
  const outcome = (attacks: ControlledAttack[], age = AGE, untried: string[] = []): string =>
    judge({ ...age, attacks, untried }).outcome;
  expect(judge({ ...AGE, attacks: [open], untried: [] }).flaws[0]?.summary).toBe(
    'after 10 s without activity (limit 8 s) the open WebSocket /live (cookie sid) was still given what was said',
  );
  expect(outcome([closed])).toBe('pass');
  expect(outcome([open], TOO_YOUNG)).toBe('inconclusive');
  expect(outcome([{ ...closed, after: refused }])).toBe('inconclusive');
  expect(outcome([])).toBe('inconclusive');
  const untried = ['GET /events delivers only what its own session says'];
  expect(judge({ ...AGE, attacks: [closed], untried }).advice[0]?.summary).toBe(untried[0]);
});
