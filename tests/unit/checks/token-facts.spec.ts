import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import { encodePart } from '../../../checks/token-validation/jwt.ts';
import {
  tokenAdvice,
  tokenFacts,
  type TokenFacts,
  tokenFlaws,
} from '../../../checks/token-validation/token-facts.ts';

const NOW = 1_900_000_000;

function factsOf(payload: Record<string, unknown>, opens = true): TokenFacts {
  const token = `${encodePart({ alg: 'HS256', typ: 'at+jwt' })}.${encodePart(payload)}.c2ln`;
  const facts = tokenFacts({ what: 'header authorization', opens }, token, NOW);
  if (!facts) throw new Error('the token of this test is none');
  return facts;
}

const short = { iss: 'i', aud: 'a', jti: 'j', sub: 'u1', iat: NOW, exp: NOW + 300 };

test('a short-lived token of identifiers has nothing to be said against it', () => {
  const facts = factsOf({ ...short, sid: 'x'.repeat(22), role: 'user', scope: 'read' });
  expect(tokenFlaws(facts, 3600)).toEqual([]);
  expect(tokenAdvice(facts)).toEqual([]);
});

test('a token without an expiry is a flaw where it opens conversations, and advice where not', () => {
  const endless = { ...short, exp: undefined };
  expect(tokenFlaws(factsOf(endless), 3600)).toHaveLength(1);
  expect(tokenFlaws(factsOf(endless, false), 3600)).toEqual([]);
  expect(tokenAdvice(factsOf(endless, false))).toHaveLength(1);
});

test('a lifetime is measured from the issue, and held against the policy', () => {
  const weeks = factsOf({ ...short, exp: NOW + 28 * 86_400 });
  expect(tokenFlaws(weeks, 3600).map(({ summary }) => summary)).toEqual([
    'the token in header authorization is good for 28 days, longer than 60 minutes',
  ]);
  expect(factsOf({ exp: NOW + 60 }).lifetimeSeconds).toBe(60);
});

for (const [claims, kind] of [
  [{ email: 'alice@example.test' }, 'an e-mail address'],
  [{ sub: 'alice@example.test' }, 'an e-mail address'],
  [{ phone_number: '+49 30 1234567' }, 'a telephone number'],
  [{ name: 'Alice Example' }, 'a person’s name'],
  [{ user: { displayName: 'Alice' } }, 'a person’s name'],
  [{ password: 'hunter2' }, 'a secret'],
  [{ user: { apiKey: 'k' } }, 'a secret'],
  [{ user: [{ hash: '5f4dcc3b5aa765d61d8327deb882cf99' }] }, 'a password hash'],
  [{ cred: '$2b$10$abcdefghijklmnopqrstuv' }, 'a password hash'],
] as const) {
  test(`a token that holds ${kind} in ${JSON.stringify(Object.keys(claims))} tells it`, () => {
    const flaws = tokenFlaws(factsOf({ ...short, ...claims }), 3600);
    expect(flaws.map(({ facts }) => facts?.['kind'])).toEqual([kind]);
  });
}

test('no value of a claim is told', () => {
  const facts = factsOf({ ...short, email: 'alice@example.test', password: 'hunter2' });
  expect(JSON.stringify([facts, tokenFlaws(facts, 1), tokenAdvice(facts)])).not.toMatch(
    /alice|hunter2/,
  );
});

test('what names no person is not private', () => {
  const claims = {
    at_hash: '5f4dcc3b5aa765d61d8327deb882cf99',
    org: { name: 'Example' },
    azp: 'client',
    password_changed_at: 3,
    username: 'alice',
  };
  expect(factsOf({ ...short, ...claims }).privateClaims).toEqual([]);
});

test('missing fields are advice and fail nothing', () => {
  const judged = CHECKS.tokensAreShortLivedAndSilent.judge({
    tokens: [factsOf({ exp: NOW + 60 })],
    longestSeconds: 3600,
  });
  expect(judged).toMatchObject({ outcome: 'pass', advice: [{}] });
});
