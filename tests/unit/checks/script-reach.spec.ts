import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { ScriptsViewEvidence } from '../../../checks/insecure-storage/script-reads-no-credential.ts';
import { adviceOnDefences, type Defences } from '../../../checks/xss/defences.ts';

const { judge } = CHECKS.messagesDoNotRunAsScript;
const trial = { family: 'an image', surface: 'bot', rendered: true, effects: [] } as const;
const still = { trials: [{ ...trial, effects: [] }], oracleWorks: true };
const ran = { trials: [{ ...trial, effects: ['it ran at once'] }], oracleWorks: true };
const view: ScriptsViewEvidence = {
  sets: [['cookie sid', 'cookie sid.sig']],
  found: [],
  told: [],
  unsought: [],
  unread: [],
  blind: [],
  canarySeen: true,
  untried: [],
};
const readable = (...names: string[]): ScriptsViewEvidence => ({
  ...view,
  found: names.map((what) => ({ what, sink: 'cookies', where: what, encodings: [] })),
});

test('script that reads a whole set of credentials is worse than one that reads half of it', () => {
  const whole = judge({ ...ran, inReach: readable('cookie sid', 'cookie sid.sig') });
  expect(whole).toMatchObject({ outcome: 'fail', severity: 'blocker' });
  expect(whole.measured?.[0]?.summary).toContain('cookie sid in the cookies and cookie sid.sig in');
  const half = judge({ ...ran, inReach: readable('cookie sid') });
  expect(half.outcome).toBe('fail');
  expect(half.severity).toBeUndefined();
  expect(half.measured?.[0]?.summary).toContain('read no credential');
});

test('that something ran is a flaw, too, where nobody knows what it could read', () => {
  const judged = judge({ ...ran, inReach: 'no box to write in' });
  expect(judged.outcome).toBe('fail');
  expect(judged.severity).toBeUndefined();
  expect(judged.advice.map(({ summary }) => summary).join()).toContain('no box to write in');
});

test('what could be read makes no flaw where nothing ran', () => {
  const inReach = readable('cookie sid', 'cookie sid.sig');
  expect(judge({ ...still, inReach })).toMatchObject({ outcome: 'pass', flaws: [] });
});

const HARDENED: Defences = {
  policies: ["default-src 'none'; script-src 'self'; base-uri 'none'"],
  reportOnly: false,
  headers: {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  },
  encrypted: false,
};
const advice = (more: Partial<Defences>): string =>
  adviceOnDefences({ ...HARDENED, ...more })
    .map(({ summary }) => summary)
    .join('\n');

test('a second line of defence that holds is told nothing about', () => {
  expect(advice({})).toBe('');
  const headers = { ...HARDENED.headers, 'strict-transport-security': 'max-age=31536000' };
  expect(advice({ encrypted: true, headers })).toBe('');
});

test('a policy that is missing, reported only, or lets inline script run is advice, and no flaw', () => {
  expect(advice({ policies: [] })).toMatch(/^no Content-Security-Policy stands/);
  expect(advice({ policies: [], reportOnly: true })).toContain('one is only reported on');
  const lax = "script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'";
  expect(advice({ policies: [lax] })).toMatch(/^Content-Security-Policy, script-src: .*inline/);
  // A page obeys all of its policies.
  expect(advice({ policies: [lax, ...HARDENED.policies] })).toBe('');
  expect(judge({ ...still, defences: { ...HARDENED, policies: [] } })).toMatchObject({
    outcome: 'pass',
    flaws: [],
    advice: [{}],
  });
});

test('each header beside it that is missing or without effect is told with what it is for', () => {
  expect(advice({ headers: {} }).split('\n')).toHaveLength(3);
  expect(advice({ encrypted: true })).toContain('strict-transport-security');
  const off = { ...HARDENED.headers, 'strict-transport-security': 'max-age=0' };
  expect(advice({ encrypted: true, headers: off })).toContain('strict-transport-security');
  const unsafe = { ...HARDENED.headers, 'referrer-policy': 'unsafe-url' };
  expect(advice({ headers: unsafe })).toContain('referrer-policy');
});
