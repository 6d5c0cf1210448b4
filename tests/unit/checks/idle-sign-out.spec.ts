import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type { IdleSignOutEvidence } from '../../../checks/idle-timeout/idle-sign-out-reaches-the-server.ts';
import { span } from '../../../checks/idle-timeout/judge-age.ts';
import type { DeadCredentialAttack } from '../../../checks/revocation/dead-credentials.ts';
import { earliestExpiry } from '../../../checks/token-validation/earliest-expiry.ts';
import type { ExchangeRecord } from '../../../checks/verdict.ts';
import { momentsFor } from '../../../fixtures/idling/page-clock.ts';

const LAST_USED = 1_000_000;
const reached: Probe = { label: 'control', reached: true, exchanges: [] };

/** A probe that was answered so many milliseconds after the session's last use. */
function answered(canarySeen: boolean, afterMs: number): Probe {
  const exchange: ExchangeRecord = {
    label: 'attack',
    method: 'GET',
    url: 'http://localhost/c',
    requestHeaders: [],
    status: canarySeen ? 200 : 401,
    responseHeaders: [],
    canarySeen,
    startedAt: LAST_USED + afterMs - 5,
    duration: 5,
  };
  return { label: 'attack', reached: canarySeen, exchanges: [exchange] };
}

function tried(attack: Probe, change: Partial<DeadCredentialAttack> = {}): IdleSignOutEvidence {
  const base = { name: 'cookie sid on GET /c', credential: 'cookie sid', channel: 'read' } as const;
  return {
    aheadSeconds: 2250,
    limitSeconds: 8,
    lastUsedAt: LAST_USED,
    withinMs: 0,
    attacks: [{ ...base, before: reached, attack, after: reached, ...change }],
  };
}

const { judge } = CHECKS.idleSignOutReachesTheServer;

test('a page that signs out on its screen only is a flaw, and says what was done to its clock', () => {
  const judged = judge(tried(answered(true, 2000)));
  expect(judged.outcome).toBe('fail');
  expect(judged.flaws[0]?.summary).toBe(
    'the page signed an idle person out when its clock had been moved forward by 37.5 min, and the conversation was still opened by cookie sid on GET /c',
  );
});

test('a refusal is the page’s doing only before the limit has run out on the server, too', () => {
  expect(judge(tried(answered(false, 7999))).outcome).toBe('pass');
  const late = judge(tried(answered(false, 8000)));
  expect(late.outcome).toBe('inconclusive');
  expect(late.unresolved[0]).toContain('8 s after the session’s last use');
  // Where no limit is stated, there is none to run out.
  const { limitSeconds, ...unstated } = tried(answered(false, 8000));
  expect(limitSeconds).toBe(8);
  expect(judge(unstated).outcome).toBe('pass');
});

test('what the credential opens is a flaw whenever it was tried', () => {
  expect(judge(tried(answered(true, 9000))).outcome).toBe('fail');
});

test('a refusal counts between two acceptances only', () => {
  const refused = answered(false, 2000);
  expect(judge(tried(refused, { after: refused })).outcome).toBe('inconclusive');
  expect(judge(tried(refused, { before: refused })).outcome).toBe('inconclusive');
  expect(judge({ ...tried(refused), attacks: [] }).outcome).toBe('inconclusive');
});

test('a credential may die as late as the policy allows', () => {
  const dying = tried(answered(true, 2000), { diedAfterMs: 900 });
  expect(judge(dying).outcome).toBe('fail');
  expect(judge({ ...dying, withinMs: 1000 }).outcome).toBe('pass');
});

test('the page’s clock goes past a stated limit, and else up to a day', () => {
  expect(momentsFor(1800)).toEqual([2250, 2700, 3600]);
  const usual = momentsFor(undefined);
  expect(usual).toEqual(usual.toSorted((a, b) => a - b));
  expect(span(usual.at(-1) ?? 0)).toBe('24 h');
});

test('of several tokens the first to expire is told, wherever it is wrapped', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object): string => `${part({ alg: 'HS256' })}.${part(claims)}.c2ln`;
  const cookie = encodeURIComponent(JSON.stringify({ token: token({ exp: 200 }) }));
  expect(earliestExpiry(['opaque', `Bearer ${token({ exp: 300 })}`, cookie])).toBe(200);
  expect(earliestExpiry(['opaque', token({ sub: 'alice' })])).toBeUndefined();
});
