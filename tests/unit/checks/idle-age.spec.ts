import type { ClaimedLifetime } from '../../../checks/idle-timeout/claimed-lifetime.ts';
import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import { aged, span, UNSTATED_LIMIT } from '../../../checks/idle-timeout/judge-age.ts';
import { bracketOf, bracketsOfParts, type Rung } from '../../../checks/idle-timeout/ladder.ts';

test('ages are told in the unit that people use', () => {
  expect([10.24, 119, 120, 1800, 7300, 86_412, 14 * 86_400].map(span)).toEqual([
    '10.2 s',
    '119 s',
    '2 min',
    '30 min',
    '2 h',
    '24 h',
    '14 days',
  ]);
});

test('a limit that the profile does not state is named as whose it is', () => {
  expect(aged({ ...UNSTATED_LIMIT, idleForSeconds: 7_300 })).toBe(
    'after 2 h without activity (limit 60 min by NIST SP 800-63B-4 at AAL2; the profile states none)',
  );
});

const probe = (reached: boolean) => ({ label: '', reached, exchanges: [] });
const rung = (idleForSeconds: number, alive: boolean, controlled = true): Rung => ({
  idleForSeconds,
  attacks: [
    { name: 'cookie sid', before: probe(true), attack: probe(alive), after: probe(controlled) },
  ],
});
const judge = (rungs: Rung[], survived = true) =>
  CHECKS.idleSessionEndsOnServer.judge({ limitSeconds: 60, rungs, survivor: probe(survived) });
const sound = [rung(30, true), rung(54, true), rung(66, false), rung(90, false)];

test('the ladder brackets the age at which sessions end', () => {
  expect(bracketOf(sound)).toEqual({ lastAlive: 54, firstDead: 66, outOfOrder: false });
  expect(bracketOf([rung(30, false), rung(54, false)])).toEqual({
    firstDead: 30,
    outOfOrder: false,
  });
  expect(bracketOf([rung(30, false), rung(54, true)])).toEqual({ lastAlive: 54, outOfOrder: true });
  expect(bracketOf([])).toEqual({ outOfOrder: false });
});

test('sessions that live up to their limit and no longer pass, and the measure is told', () => {
  const judged = judge(sound);
  expect(judged.outcome).toBe('pass');
  expect(judged.measured?.[0]?.summary).toBe(
    'idle sessions lived after 54 s and had ended after 66 s; limit 60 s',
  );
});

test('what the cookies claim is told beside it', () => {
  const claims: ClaimedLifetime[] = [
    { what: 'the cookie sid', kind: 'cookie', lifetimeSeconds: 86_400 },
    { what: 'the cookie sid.sig', kind: 'cookie' },
    { what: 'the token in header authorization', kind: 'token' },
  ];
  const evidence = { limitSeconds: 60, rungs: sound, survivor: probe(true), claims };
  const [measured] = CHECKS.idleSessionEndsOnServer.judge(evidence).measured ?? [];
  expect(measured?.summary).toMatch(
    /; limit 60 s; the cookie sid claims to last for 24 h; the cookie sid\.sig claims to last until the browser closes; the token in header authorization claims to last for ever$/,
  );
  expect(measured?.times).toEqual([
    { name: 'limit', seconds: 60 },
    { name: 'measured', seconds: 54, atMostSeconds: 66 },
    { name: 'claim of the cookie sid', seconds: 86_400 },
    { name: 'claim of the cookie sid.sig', seconds: 0, atMostSeconds: 'not known' },
    {
      name: 'claim of the token in header authorization',
      seconds: 0,
      atMostSeconds: 'not known',
    },
  ]);
});

test('a session in use that is over is told by what may have ended it', () => {
  const evidence = { limitSeconds: 60, rungs: sound, survivor: probe(false) };
  const reasons = (ageSeconds: number): string =>
    CHECKS.idleSessionEndsOnServer
      .judge({ ...evidence, survivorsLifetime: { ageSeconds, absoluteSeconds: 180 } })
      .unresolved.join();
  expect(reasons(120)).toContain('signing in ends the account’s other sessions');
  expect(reasons(170)).toContain('it had come to its absolute limit of 180 s');
});

test('where no limit is stated, sessions that end within the run pass, and the measure is told', () => {
  const judgeUnstated = (rungs: Rung[]) =>
    CHECKS.idleSessionEndsOnServer.judge({
      ...UNSTATED_LIMIT,
      rungs,
      survivor: probe(true),
      isMeasuredOnly: true,
    });
  const judged = judgeUnstated([rung(30, true), rung(60, false), rung(120, false)]);
  expect(judged.outcome).toBe('pass');
  expect(judged.measured?.[0]?.summary).toContain('lived after 30 s and had ended after 60 s');
  expect(judgeUnstated([rung(30, true), rung(60, false, false)]).outcome).toBe('inconclusive');
  expect(judgeUnstated([rung(30, false), rung(60, true), rung(120, false)]).outcome).toBe(
    'inconclusive',
  );
  expect(judgeUnstated([rung(30, true)]).outcome).toBe('inconclusive');
});

test('one session past its limit that opens the conversation is a flaw, whatever else wavers', () => {
  const late = [rung(30, true), rung(66, true), rung(90, false)];
  expect(judge(late, false).outcome).toBe('fail');
  expect(judge(late).flaws.map(({ summary }) => summary)).toEqual([
    'after 66 s without activity (limit 60 s) the conversation was still opened by cookie sid',
  ]);
  expect(judge(late).measured?.[0]?.summary).toContain('lived after 66 s and had ended after 90 s');
});

test('within its limit, or within the second that it may be counted in, a session proves nothing', () => {
  expect(judge([rung(60.9, true)]).outcome).toBe('inconclusive');
  expect(judge([rung(30, false)]).outcome).toBe('inconclusive');
  expect(judge([]).outcome).toBe('inconclusive');
});

test('a refusal proves nothing where controls fail, sign-ins end sessions, or a younger one had ended', () => {
  expect(judge([rung(90, false, false)]).outcome).toBe('inconclusive');
  expect(judge(sound, false).outcome).toBe('inconclusive');
  expect(judge([rung(30, false), rung(54, true), rung(90, false)]).outcome).toBe('inconclusive');
});

test('a refusal long after the limit is told for what it shows', () => {
  expect(judge([rung(86_400, false)]).advice.map(({ summary }) => summary)).toEqual([
    'refused after 24 h without activity (limit 60 s): that it ends at its limit is shown only by a run that may wait for it',
  ]);
  expect(judge([rung(90, false)]).advice).toEqual([]);
});

test('where one credential renews another, each is measured by itself', () => {
  const renewing = (idleForSeconds: number, access: boolean, chain: boolean): Rung => {
    const attack = (reached: boolean) => ({
      ...{ before: probe(true), after: probe(true) },
      attack: probe(reached),
    });
    const read = { name: 'read', credential: 'header authorization', channel: 'read' as const };
    const renewal = { name: 'renewal', credential: 'cookie refresh', channel: 'renewal' as const };
    return {
      idleForSeconds,
      attacks: [
        { ...read, ...attack(access) },
        { ...renewal, ...attack(chain) },
      ],
    };
  };
  const rungs = [
    renewing(30, true, true),
    renewing(54, false, true),
    renewing(66, false, false),
    renewing(90, false, false),
  ];
  expect(bracketsOfParts(rungs)).toEqual([
    { part: 'header authorization, not renewed', lastAlive: 30, firstDead: 54, outOfOrder: false },
    { part: 'what cookie refresh renews', lastAlive: 54, firstDead: 66, outOfOrder: false },
  ]);
  const judged = judge(rungs);
  expect(judged.outcome).toBe('pass');
  expect(judged.measured?.[0]?.summary).toBe(
    'idle sessions lived after 54 s and had ended after 66 s; header authorization, not renewed, lived after 30 s and had ended after 54 s; what cookie refresh renews, lived after 54 s and had ended after 66 s; limit 60 s',
  );
  expect(judged.measured?.[0]?.times?.map(({ name }) => name)).toEqual([
    'limit',
    'measured',
    'measured: header authorization, not renewed',
    'measured: what cookie refresh renews',
  ]);
  expect(bracketsOfParts(sound)).toEqual([]);
  // What lived and ended together is told once.
  expect(bracketsOfParts([renewing(66, true, true), renewing(90, true, true)])).toEqual([]);
});

const expired = (keptForSeconds: number, alive: boolean, controlled = true) =>
  CHECKS.expiredCookieIsRefused.judge({
    keptForSeconds,
    attacks: rung(0, alive, controlled).attacks.map((attack) => ({
      ...attack,
      cookie: 'sid',
      lifetimeSeconds: 40,
    })),
  });

test('a cookie that opens the conversation past its expiry is a flaw; before it, it tells nothing', () => {
  expect(expired(44, true).flaws.map(({ summary }) => summary)).toEqual([
    'the cookie sid asks to be kept for 40 s; 44 s after it was last used the conversation was still opened by cookie sid',
  ]);
  expect(expired(44, false).outcome).toBe('pass');
  expect(expired(44, false).measured?.[0]).toEqual({
    summary:
      'a session that nobody used had ended after 44 s; the cookie sid claims to last for 40 s',
    times: [
      { name: 'claim of the cookie sid', seconds: 40 },
      { name: 'measured', seconds: 0, atMostSeconds: 44 },
    ],
  });
  expect(expired(44, false, false).outcome).toBe('inconclusive');
  expect(expired(40.9, true).outcome).toBe('inconclusive');
  expect(expired(40.9, false).outcome).toBe('inconclusive');
  const nothing = { keptForSeconds: 44, attacks: [] };
  expect(CHECKS.expiredCookieIsRefused.judge(nothing).outcome).toBe('inconclusive');
});

test('a clock that could not be kept back, or a session that was looked at too early, tells nothing', () => {
  const back = (change: object, alive = false) =>
    CHECKS.clockSetBackExtendsNothing.judge({
      ...{ limitSeconds: 8, idleForSeconds: 10, behindSeconds: 8, setBack: 10, passedSeconds: 1 },
      attacks: rung(0, alive).attacks,
      ...change,
    });
  expect(back({}).outcome).toBe('pass');
  expect(back({}, true).flaws.map(({ summary }) => summary)).toEqual([
    'after 10 s without activity (limit 8 s) at an open page by whose clock no more than 1 s had passed, the conversation was still opened by cookie sid',
  ]);
  expect(back({ passedSeconds: 7 }).outcome).toBe('inconclusive');
  expect(back({ setBack: 0 }).outcome).toBe('inconclusive');
  expect(back({ idleForSeconds: 7 }, true).outcome).toBe('inconclusive');
});
