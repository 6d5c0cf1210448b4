import { expect } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { strengthOfCredentials } from '../../../fixtures/identifiers/session-samples.ts';
import type { Session } from '../../../fixtures/people/session.ts';
import { Vault } from '../../../fixtures/redaction/vault.ts';
import { jwtOf } from '../access/jwt-of.ts';
import { requestOf, test } from '../replay/product-test.ts';

const NAMES = ['sid.0', 'sid.1'];
const SLOTS = NAMES.map((name) => ({ carrier: 'cookie' as const, name }));

/** A session that was sent a value in two cookies. */
function cut(value: string, at: number): Session {
  const pieces = [value.slice(0, at), value.slice(at)];
  const responseHeaders = NAMES.map((name, index) => ({
    name: 'set-cookie',
    value: `${name}=${pieces[index] ?? ''}`,
  }));
  const exchanges = [requestOf('http://product.test/sign-in', { responseHeaders })];
  const credentials = SLOTS.map((slot, index) => ({
    ...slot,
    value: new Secret(pieces[index] ?? ''),
  }));
  return {
    tap: { exchanges },
    credentialsFor: () => Promise.resolve(credentials),
  } as unknown as Session;
}

const witness = { name: 'GET /c', exchange: requestOf('http://product.test/c') };
const conversation = {
  session: { tap: { exchanges: [] } },
  slots: SLOTS,
  witnesses: [witness],
  paths: [{ witness, slots: SLOTS }],
} as unknown as Conversation;
const visitor = { tap: { exchanges: [] } } as unknown as Session;

test('the pieces of a value are looked at together', async ({ costs }) => {
  const sessions = ['aaaa-first-value-bbbb', 'aaaa-other-value-cccc'].map((each) => cut(each, 5));
  const spent = { vault: new Vault(), costs };
  const found = await strengthOfCredentials(conversation, visitor, sessions, spent);
  expect(found).toMatchObject([
    { what: 'cookie sid.0 and cookie sid.1', strength: { samples: 2, length: '21' } },
  ]);
});

test('a signed token that is cut into pieces is no identifier', async ({ costs }) => {
  const sessions = ['one', 'two'].map((sid) => cut(jwtOf({ sub: 'alice', sid }), 30));
  const spent = { vault: new Vault(), costs };
  expect(await strengthOfCredentials(conversation, visitor, sessions, spent)).toEqual([]);
});
