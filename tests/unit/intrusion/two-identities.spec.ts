import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { type Identity, mixesOf } from '../../../fixtures/intrusion/two-identities.ts';
import { compose } from '../../../fixtures/replay/compose.ts';
import type { Credential, Slot } from '../../../fixtures/replay/credentials.ts';
import { requestOf } from '../replay/product-test.ts';

const COOKIE: Slot = { carrier: 'cookie', name: 'sid' };
const QUERY: Slot = { carrier: 'query', name: 'token' };
const FORM: Slot = { carrier: 'body', name: 'token' };
const JSON_FIELD: Slot = { carrier: 'body', name: '/token' };
const FRAME: Slot = { carrier: 'frame', name: '0/token' };

const personWith = (name: string, slots: readonly Slot[]): Identity => ({
  name,
  credentials: slots.map((slot): Credential => ({ ...slot, value: new Secret(`of-${name}`) })),
});
const mixed = (slots: readonly Slot[], identifying = slots) =>
  mixesOf(personWith('Alice', slots), personWith('Bob', slots), identifying).map(
    ({ mix, both }) =>
      [mix, both.map(({ carrier, value }) => `${carrier} ${value.reveal()}`)] as const,
  );

test('two cookies are sent in both orders', () => {
  expect(mixed([COOKIE])).toEqual([
    ['Alice’s credentials before Bob’s (cookies)', ['cookie of-Alice', 'cookie of-Bob']],
    ['Bob’s credentials before Alice’s (cookies)', ['cookie of-Bob', 'cookie of-Alice']],
  ]);
});

test('one person’s cookie is sent with the other’s token in a JSON body, and the other way round', () => {
  expect(mixed([COOKIE, JSON_FIELD])).toEqual([
    ['Alice’s cookies with Bob’s fields of the body', ['cookie of-Alice', 'body of-Bob']],
    ['Bob’s cookies with Alice’s fields of the body', ['cookie of-Bob', 'body of-Alice']],
  ]);
});

test('a cookie and a parameter are sent twice each, and crossed', () => {
  expect(mixed([COOKIE, QUERY]).map(([mix]) => mix)).toEqual([
    'Alice’s credentials before Bob’s (cookies and parameters of the URL)',
    'Bob’s credentials before Alice’s (cookies and parameters of the URL)',
    'Alice’s cookies with Bob’s parameters of the URL',
    'Bob’s cookies with Alice’s parameters of the URL',
  ]);
});

test('a place that holds one value takes no two people’s', () => {
  expect(mixed([FRAME])).toEqual([]);
  expect(mixed([JSON_FIELD])).toEqual([]);
});

test('what does not say who asks is the first person’s', () => {
  const [first] = mixed([COOKIE, JSON_FIELD], [COOKIE]);
  expect(first?.[1]).toEqual(['cookie of-Alice', 'body of-Alice', 'cookie of-Bob']);
});

test('an address and a form hold two people’s values one behind the other', () => {
  const exchange = requestOf('http://localhost/c?id=7&token=recorded', {
    method: 'POST',
    requestBody: Buffer.from('id=7&token=recorded'),
    identitySlots: [QUERY, FORM],
  });
  const slots = [QUERY, FORM];
  const [mix] = mixesOf(personWith('Alice', slots), personWith('Bob', slots), slots);
  const { url, body } = compose(exchange, mix?.both ?? []);
  expect(url).toBe('http://localhost/c?id=7&token=of-Alice&token=of-Bob');
  expect(body?.toString()).toBe('id=7&token=of-Alice&token=of-Bob');
});
