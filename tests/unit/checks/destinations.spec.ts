import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type {
  OldTabAttempt,
  OldTabEvidence,
  OldTabTrial,
} from '../../../checks/inconsistent-state/old-tabs-write-into-nobodys-account.ts';
import type {
  Departure,
  OtherOriginsEvidence,
} from '../../../checks/insecure-storage/other-origins-receive-nothing.ts';
import type { ExchangeRecord } from '../../../checks/verdict.ts';

const reached: Probe = { label: 'control', reached: true, exchanges: [] };
const refused: Probe = { ...reached, reached: false };
const attempt: OldTabAttempt = {
  request: 'POST /api/messages: 403',
  his: { seesOwn: true },
  hers: { seesOwn: true },
  told: true,
};
const oldTab = (parts: Partial<OldTabTrial>, evidence: Partial<OldTabEvidence> = {}) =>
  CHECKS.oldTabsWriteIntoNobodysAccount.judge({
    tookOver: true,
    tabs: [{ kind: 'newChat', before: reached, tab: 'hers', ...parts }],
    ...evidence,
  });

test('an old tab that has gone, or is refused, passes only where it could be written in before', () => {
  expect(oldTab({ tab: 'signIn' }).outcome).toBe('pass');
  expect(oldTab({ tab: 'his' }).outcome).toBe('pass');
  expect(oldTab({ attempt }).outcome).toBe('pass');
  expect(oldTab({ tab: 'signIn', before: refused }).outcome).toBe('inconclusive');
  expect(oldTab({ attempt }, { tookOver: false }).outcome).toBe('inconclusive');
  expect(oldTab({}, { tabs: [] }).outcome).toBe('inconclusive');
});

const found = { seesOwn: true, found: 'GET /api/conversations' };

test('words from an old tab are a flaw in either account, and their absence counts only after a look', () => {
  const blind = { seesOwn: false };
  expect(oldTab({ attempt: { ...attempt, his: found } }).outcome).toBe('fail');
  expect(oldTab({ attempt: { ...attempt, hers: found } }).outcome).toBe('fail');
  expect(oldTab({ attempt: { ...attempt, his: blind } }).outcome).toBe('inconclusive');
  expect(oldTab({ attempt: { ...attempt, hers: blind } }).outcome).toBe('inconclusive');
});

test('one tab of two is enough for a flaw', () => {
  const sound: OldTabTrial = { kind: 'conversation', before: reached, tab: 'signIn' };
  const bad: OldTabTrial = {
    ...sound,
    kind: 'newChat',
    tab: 'hers',
    attempt: { ...attempt, his: found },
  };
  for (const tabs of [
    [sound, bad],
    [bad, sound],
  ]) {
    const { outcome, flaws } = oldTab({}, { tabs });
    expect([outcome, flaws.length]).toEqual(['fail', 1]);
    expect(flaws[0]?.facts).toMatchObject({ 'the tab stood': 'on an empty new chat' });
  }
});

test('words in the account of the next person tell nothing where the tab may have been his', () => {
  expect(oldTab({ tab: 'unclear', attempt: { ...attempt, his: found } }).outcome).toBe(
    'inconclusive',
  );
  expect(oldTab({ tab: 'unclear', attempt: { ...attempt, hers: found } }).outcome).toBe('fail');
  expect(oldTab({ tab: 'unclear', attempt }).outcome).toBe('pass');
});

test('words that vanish from an old tab without a word are advice, and so is what could not be tried', () => {
  const { outcome, advice } = oldTab({ attempt: { ...attempt, told: false } }, { untried: ['x'] });
  expect([outcome, advice.length]).toEqual(['pass', 2]);
});

const exchange: ExchangeRecord = {
  label: '',
  method: 'POST',
  url: 'http://localhost:1/messages',
  requestHeaders: [],
  status: 204,
  responseHeaders: [],
  canarySeen: false,
  startedAt: 0,
  duration: 0,
};
const departure: Departure = {
  origin: 'http://127.0.0.1:2',
  request: 'POST http://127.0.0.1:2/capture',
  by: 'ping',
  what: 'conversation',
  part: 'the body',
  encodings: ['base64'],
  times: 1,
  byHostAlone: false,
  askedThere: false,
  exchange,
};
const elsewhere = (parts: Partial<OtherOriginsEvidence>) =>
  CHECKS.otherOriginsReceiveNothing.judge({
    requests: 9,
    seenAtHome: exchange,
    contacted: [],
    departures: [],
    unread: [],
    ...parts,
  });

test('what another origin received is a flaw, and that it received nothing counts where the look sees', () => {
  expect(elsewhere({}).outcome).toBe('pass');
  expect(elsewhere({ departures: [departure] }).outcome).toBe('fail');
  expect(elsewhere({ departures: [{ ...departure, what: 'password' }] }).outcome).toBe('fail');
  const unread = ['POST http://127.0.0.1:2/capture'];
  expect(elsewhere({ unread }).outcome).toBe('inconclusive');
  const blind = { requests: 9, contacted: [], departures: [], unread: [] };
  expect(CHECKS.otherOriginsReceiveNothing.judge(blind).outcome).toBe('inconclusive');
});

test('an account’s name, a password where the sign-in is, and a cookie that only the port keeps from its host, are advice', () => {
  const departures: Departure[] = [
    { ...departure, what: 'account' },
    { ...departure, what: 'credential', which: 'cookie sid', byHostAlone: true },
    { ...departure, what: 'password', askedThere: true },
  ];
  const contacted = [{ origin: departure.origin, requests: 2 }];
  const { outcome, advice } = elsewhere({ departures, contacted });
  expect([outcome, advice.length]).toEqual(['pass', 3]);
  expect(advice.at(-1)?.summary).toContain('alsoAllowed');
});

test('an origin that was sent nothing private is named', () => {
  const contacted = [{ origin: 'http://127.0.0.1:3', requests: 2 }];
  const { outcome, advice } = elsewhere({ contacted });
  expect(outcome).toBe('pass');
  expect(advice.map(({ summary }) => summary)).toEqual([
    'http://127.0.0.1:3 was sent requests, with nothing private in them',
  ]);
});
