import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { ControlledAttack, Probe } from '../../../checks/evidence/probe.ts';
import type { Placement } from '../../../checks/inconsistent-state/answers-stay-in-their-conversation.ts';
import type { Sending } from '../../../checks/inconsistent-state/nothing-is-lost-or-doubled.ts';
import type { Sighting } from '../../../checks/insecure-storage/sweep.ts';
import type { PayloadTrial } from '../../../checks/xss/payload-trials.ts';

const reached: Probe = { label: 'control', reached: true, exchanges: [] };
const refused: Probe = { label: 'attack', reached: false, exchanges: [] };
const unanswered: Probe = { ...refused, unanswered: 'connection reset' };

function attack(parts: Partial<ControlledAttack> = {}): ControlledAttack {
  return { name: 'GET /c', before: reached, attack: refused, after: reached, ...parts };
}

const REPLAYED = [
  'conversationNeedsAuthentication',
  'conversationStaysWithItsOwner',
  'otherSitesChangeNothing',
  'otherSitesSignNobodyIn',
  'otherSitesSignNobodyOut',
  'loginIssuesFreshSession',
  'logoutRevokesCredentials',
  'sharedCachesKeepNothingPrivate',
  'alteredCredentialIsRefused',
  'otherSitesReadNothing',
  'chatCannotBeFramed',
] as const;

for (const id of REPLAYED) {
  const judge = (attacks: ControlledAttack[]) => {
    const cells = attacks.map(
      (each) => ({ ...each, credential: 'cookie', channel: 'read' }) as const,
    );
    const ending = { ending: 'logout', withinMs: 0 } as const;
    return CHECKS[id].judge({ attacks: cells, ...ending, strangersView: [] }).outcome;
  };

  test(`${id}: a refusal between two acceptances is a pass`, () => {
    expect(judge([attack()])).toBe('pass');
  });

  test(`${id}: a canary that comes back is a flaw`, () => {
    expect(judge([attack(), attack({ attack: reached })])).toBe('fail');
  });

  test(`${id}: a refusal counts for nothing when a control is refused too`, () => {
    expect(judge([attack({ before: refused })])).toBe('inconclusive');
    expect(judge([attack({ after: refused })])).toBe('inconclusive');
  });

  test(`${id}: an attack without an answer is no refusal`, () => {
    expect(judge([attack({ attack: unanswered })])).toBe('inconclusive');
  });

  test(`${id}: nothing tried is nothing known`, () => {
    expect(judge([])).toBe('inconclusive');
  });
}

test('a page that can be framed, but not signed in, is advice', () => {
  const evidence = { attacks: [attack()], strangersView: ['the page /c/1'] };
  const { outcome, advice } = CHECKS.chatCannotBeFramed.judge(evidence);
  expect([outcome, advice.length]).toEqual(['pass', 1]);
});

test('an attacker whose own credentials are bad proves nothing', () => {
  const attacks = [attack({ attackersOwn: refused })];
  expect(CHECKS.conversationStaysWithItsOwner.judge({ attacks }).outcome).toBe('inconclusive');
});

test('it is told whose conversation came back to somebody else', () => {
  const attacks = [attack({ whose: 'Bob', attack: { ...reached, label: 'Alice' } })];
  const { flaws } = CHECKS.conversationStaysWithItsOwner.judge({ attacks });
  expect(flaws[0]?.summary).toBe('GET /c returned Bob’s conversation to Alice');
});

test('what the next person finds counts, and that he found nothing only once he was signed in', () => {
  const { judge } = CHECKS.nextPersonSeesNothing;
  const seen = (what: Sighting['what'], sink: Sighting['sink']): Sighting => ({
    what,
    sink,
    where: 'here',
    encodings: [],
  });
  const before = { sightings: [seen('canary', 'dom'), seen('draft', 'dom')], unread: [] };
  const nothing = { sightings: [], unread: [] };
  const draft = { sightings: [seen('draft', 'localStorage')], unread: [] };
  expect(judge({ before, after: nothing, tookOver: true }).outcome).toBe('pass');
  expect(judge({ before, after: draft, tookOver: true }).outcome).toBe('fail');
  expect(judge({ before, after: nothing, tookOver: false }).outcome).toBe('inconclusive');
  expect(judge({ before: nothing, after: nothing, tookOver: true }).outcome).toBe('inconclusive');
  const unread = [{ sink: 'indexedDb', reason: 'the page is elsewhere' }] as const;
  const after = { sightings: [], unread: [...unread] };
  expect(judge({ before, after, tookOver: true }).outcome).toBe('inconclusive');
});

test('a page without a way out counts only where the session was alive to the end', () => {
  const { judge } = CHECKS.logoutIsWithinReach;
  const pages = [{ path: '/account', reachedBy: undefined, withoutScrolling: false }];
  expect(judge({ pages }).outcome).toBe('fail');
  expect(judge({ pages, ended: '/chat asks to sign in' }).outcome).toBe('inconclusive');
});

const hardened = { name: '__Host-id', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' };

for (const [what, change] of Object.entries({
  HttpOnly: { httpOnly: false },
  Secure: { secure: false },
  'SameSite of None': { sameSite: 'None' },
  'wide Domain': { domain: 'example.test' },
})) {
  test(`a session cookie is judged by its ${what}`, () => {
    const cookies = [{ ...hardened, ...change }];
    const judged = CHECKS.sessionCookiesAreHardened.judge({
      cookies,
      unseen: [],
    });
    expect(judged.outcome).toBe('fail');
    expect(judged.flaws).toHaveLength(1);
  });
}

test('a missing SameSite is a flaw, although browsers report Lax for it', () => {
  const { name, httpOnly, secure } = hardened;
  const cookies = [{ name, httpOnly, secure }];
  const judged = CHECKS.sessionCookiesAreHardened.judge({ cookies, unseen: [] });
  expect(judged.flaws.map(({ summary }) => summary)).toEqual([
    '__Host-id leaves SameSite to the browser, and browsers differ',
  ]);
});

test('a missing name prefix is a flaw (ASVS 3.3.1), and the weaker one of the two is advice', () => {
  const { judge } = CHECKS.sessionCookiesAreHardened;
  const named = (name: string) => judge({ cookies: [{ ...hardened, name }], unseen: [] });
  expect(named('sid')).toMatchObject({ outcome: 'fail', flaws: [{}] });
  expect(named('__Secure-sid')).toMatchObject({ outcome: 'pass', advice: [{}] });
});

test('session identifiers of fewer than 64 bits can be guessed; a random UUID cannot', () => {
  const { judge } = CHECKS.sessionIdentifiersAreUnpredictable;
  const credential = (bits: number) => ({
    what: 'cookie sid',
    strength: {
      bits,
      samples: 20,
      length: '36',
      staticPositions: 0,
      orderedPositions: 0,
      duplicates: 0,
    },
  });
  expect(judge({ credentials: [credential(63)] })).toMatchObject({ outcome: 'fail' });
  expect(judge({ credentials: [credential(122)] })).toMatchObject({
    outcome: 'pass',
    advice: [{}],
  });
  expect(judge({ credentials: [credential(256)] })).toMatchObject({ outcome: 'pass', advice: [] });
});

test('a cookie whose Set-Cookie header was not seen cannot be judged', () => {
  const judged = CHECKS.sessionCookiesAreHardened.judge({
    cookies: [hardened],
    unseen: ['sid'],
  });
  expect(judged.outcome).toBe('inconclusive');
});

const onScreen: Sighting = { sink: 'dom', what: 'canary', where: '/', encodings: [] };

test('a browser is judged clean only by a sweep that saw the canary before', () => {
  const { judge } = CHECKS.logoutClearsTheBrowser;
  const seen = { sightings: [onScreen], unread: [] };
  const clean = { sightings: [], unread: [] };
  expect(judge({ before: seen, after: clean }).outcome).toBe('pass');
  expect(judge({ before: clean, after: clean }).outcome).toBe('inconclusive');
  expect(judge({ before: seen, after: seen }).outcome).toBe('fail');
});

test('a place that could not be read is not clean', () => {
  const after = { sightings: [], unread: [{ sink: 'indexedDb', reason: 'blocked' } as const] };
  const before = { sightings: [onScreen], unread: [] };
  expect(CHECKS.logoutClearsTheBrowser.judge({ before, after }).outcome).toBe('inconclusive');
});

const trial: PayloadTrial = { family: 'an image', surface: 'bot', rendered: true, effects: [] };

test('a payload that was rendered and did nothing is a pass', () => {
  const judged = CHECKS.messagesDoNotRunAsScript.judge({
    trials: [{ ...trial, effects: [] }],
    oracleWorks: true,
  });
  expect(judged.outcome).toBe('pass');
});

test('a payload that never came onto the page, or an oracle that is deaf, proves nothing', () => {
  const { judge } = CHECKS.messagesDoNotRunAsScript;
  expect(
    judge({ trials: [{ ...trial, rendered: false, effects: [] }], oracleWorks: true }).outcome,
  ).toBe('inconclusive');
  expect(judge({ trials: [{ ...trial, effects: [] }], oracleWorks: false }).outcome).toBe(
    'inconclusive',
  );
});

test('a payload that had an effect is a flaw', () => {
  const trials = [{ ...trial, effects: ['it ran at once'] }];
  expect(CHECKS.messagesDoNotRunAsScript.judge({ trials, oracleWorks: true }).outcome).toBe('fail');
});

test('a request that arrives elsewhere is a flaw, wherever it came from', () => {
  const { judge } = CHECKS.messagesSendNothingElsewhere;
  const effects = ['it arrived at once'];
  expect(judge({ trials: [trial], siteHeard: true }).outcome).toBe('pass');
  const judged = judge({
    trials: [trial, { ...trial, surface: 'either', rendered: false, effects }],
    siteHeard: true,
  });
  expect(judged).toMatchObject({ outcome: 'fail', flaws: [{}], unresolved: [] });
});

test('a site that hears nobody, or a payload that never came onto the page, proves nothing', () => {
  const { judge } = CHECKS.messagesSendNothingElsewhere;
  expect(judge({ trials: [trial], siteHeard: false }).outcome).toBe('inconclusive');
  expect(judge({ trials: [{ ...trial, rendered: false }], siteHeard: true }).outcome).toBe(
    'inconclusive',
  );
});

test('another tab that keeps the conversation is a flaw, and one that never showed it proves nothing', () => {
  const { judge } = CHECKS.logoutReachesOtherTabs;
  const evidence = {
    shownBefore: true,
    goneFromFirstTab: true,
    goneAfterMs: 300,
    withinMs: 10_000,
  };
  expect(judge(evidence).outcome).toBe('pass');
  expect(judge({ ...evidence, goneAfterMs: undefined }).outcome).toBe('fail');
  expect(judge({ ...evidence, shownBefore: false }).outcome).toBe('inconclusive');
  expect(judge({ ...evidence, goneFromFirstTab: false }).outcome).toBe('inconclusive');
});

test('a tab that shows the person before until it is used is let off, and one that goes on is not', () => {
  const { judge } = CHECKS.accountSwitchReachesOtherTabs;
  const gone = {
    ...{ how: 'after' as const, shownBefore: true, tookOver: true, withinMs: 4_000 },
    ...{ goneAfterMs: 40 as number | undefined, uses: [] },
  };
  expect(judge(gone)).toMatchObject({
    outcome: 'pass',
    measured: [{ facts: { 'time to notice': '40 ms' } }],
  });
  const stays = { ...gone, goneAfterMs: undefined };
  const look = { use: 'look' as const, shown: true };
  const say = { use: 'say' as const, shown: false };
  expect(judge({ ...stays, uses: [look, say] })).toMatchObject({ outcome: 'pass', advice: [{}] });
  expect(judge({ ...stays, uses: [look, { ...say, shown: true }] }).outcome).toBe('fail');
  expect(judge({ ...gone, tookOver: false }).outcome).toBe('inconclusive');
  expect(judge({ ...gone, shownBefore: false }).outcome).toBe('inconclusive');
  expect(judge(stays).outcome).toBe('inconclusive');
});

const placed: Placement = {
  what: 'an answer',
  underWay: true,
  own: ['page', 'device'],
  stray: [],
};

test('an answer in the other conversation is a flaw, on whatever it is seen', () => {
  const { judge } = CHECKS.answersStayInTheirConversation;
  const outcome = (change: Partial<Placement>, apart = true): string =>
    judge({ placements: [{ ...placed, ...change }], handled: [], apart }).outcome;
  expect(outcome({})).toBe('pass');
  expect(outcome({ stray: ['page'] })).toBe('fail');
  expect(outcome({ stray: ['device'], own: [], underWay: false })).toBe('fail');
  expect(outcome({ stray: ['page'] }, false)).toBe('inconclusive');
});

test('an answer that was complete before one had gone, or came nowhere, proves nothing', () => {
  const { judge } = CHECKS.answersStayInTheirConversation;
  const complete = { ...placed, underWay: false };
  const givenUp: Placement = { ...placed, own: [] };
  const outcome = (...placements: Placement[]): string =>
    judge({ placements, handled: [], apart: true }).outcome;
  expect(outcome(complete)).toBe('inconclusive');
  expect(outcome(givenUp)).toBe('inconclusive');
  expect(
    judge({ placements: [placed, complete, givenUp], handled: [], apart: true }),
  ).toMatchObject({
    outcome: 'pass',
    advice: [{}, {}],
  });
  expect(outcome()).toBe('inconclusive');
});

test('an answer that was stopped or written anew must stay apart, too, and proves nothing by itself', () => {
  const { judge } = CHECKS.answersStayInTheirConversation;
  const what = 'an answer that was stopped';
  const stray = [{ view: 'device' as const, where: 'below what was said next' }];
  expect(judge({ placements: [placed], handled: [{ what, stray }], apart: true })).toMatchObject({
    outcome: 'fail',
    flaws: [{ summary: `${what} stood below what was said next` }],
  });
  const untold = [
    { what, stray: [], unknown: 'it was complete' },
    { what, stray: [], whole: ['device' as const] },
  ];
  expect(judge({ placements: [placed], handled: untold, apart: true })).toMatchObject({
    outcome: 'pass',
    advice: [{}, {}],
  });
  expect(judge({ placements: [], handled: untold, apart: true }).outcome).toBe('inconclusive');
});

test('a message that stands there twice, nowhere, or in another order is a flaw', () => {
  const { judge } = CHECKS.nothingIsLostOrDoubled;
  const outcome = (shown: string, told: Sending['told'] = false, met = true): string => {
    const found = [...shown].map((word) => ({ word, marks: ['main', '.user'] }));
    const hasty = ['x', 'y'].map((word) => ({ how: word, word, met, told }));
    const views = [{ on: 'the page', found }];
    return judge({ sendings: hasty, sent: [...'axyb'], calm: ['a', 'b'], views }).outcome;
  };
  expect(outcome('axyb')).toBe('pass');
  expect(outcome('axxyb')).toBe('fail');
  expect(outcome('axb')).toBe('fail');
  expect(outcome('axb', true)).toBe('pass');
  expect(outcome('axb', 'unclear')).toBe('inconclusive');
  expect(outcome('ayxb')).toBe('fail');
  expect(outcome('axy')).toBe('inconclusive');
  expect(outcome('axyb', false, false)).toBe('inconclusive');
});
