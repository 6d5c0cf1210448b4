import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import type { AccessPath } from '../../../fixtures/access/access-path.ts';
import { renewalAfterLoss } from '../../../fixtures/access/find-renewal.ts';
import { asWitness } from '../../../fixtures/access/witness.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { requestOf } from '../replay/product-test.ts';

const SLOT = { carrier: 'header', name: 'authorization' } as const;
const OLD = 'an-access-token-that-is-over';
const NEW = 'an-access-token-that-is-good';
const PASSWORD = new Secret('the password of hers');

const read = (order: number, token: string): Exchange => ({
  ...requestOf('http://product.test/c', {
    requestHeaders: [{ name: 'authorization', value: `Bearer ${token}` }],
  }),
  order,
});
const lost: Credential = { ...SLOT, value: new Secret(`Bearer ${OLD}`) };
const path: AccessPath = { witness: asWitness(read(0, OLD)), slots: [SLOT] };
const issuing = (address: string, sent: string): Exchange => ({
  ...requestOf(`http://product.test/${address}`, {
    method: 'POST',
    requestBody: Buffer.from(sent),
    responseBody: Buffer.from(JSON.stringify({ token: NEW })),
    responseHeaders: [{ name: 'content-type', value: 'application/json' }],
  }),
  order: 2,
});

test('what put another token in the place of one that was over renews it', () => {
  const since = [read(1, OLD), issuing('renew', '{}'), read(3, NEW)];
  const found = renewalAfterLoss(path, since, [lost], PASSWORD);
  expect(found).toMatchObject({ name: 'POST /renew', issues: SLOT, prefix: 'Bearer ' });
});

test('a page that went on with the old token, or had its person sign in, has renewed nothing', () => {
  expect(renewalAfterLoss(path, [read(1, OLD)], [lost], PASSWORD)).toBeUndefined();
  const signIn = issuing('sign-in', JSON.stringify({ password: PASSWORD.reveal() }));
  expect(renewalAfterLoss(path, [signIn, read(3, NEW)], [lost], PASSWORD)).toBeUndefined();
});

test('what the renewal takes was told at the sign-in, before the loss', () => {
  const kept = 'r4f8K2m9Q1x7T3z6W5y0B8n2';
  const signIn: Exchange = {
    ...issuing('sign-in', JSON.stringify({ password: PASSWORD.reveal() })),
    responseBody: Buffer.from(JSON.stringify({ token: OLD, refresh: kept })),
    order: 0,
  };
  const since = [read(1, OLD), issuing('renew', JSON.stringify({ refresh: kept })), read(3, NEW)];
  const taken = (all: Exchange[]) => renewalAfterLoss(path, since, [lost], PASSWORD, all)?.slots;
  expect(taken([signIn, ...since])).toContainEqual({ carrier: 'body', name: '/refresh' });
  expect(taken(since)).toEqual([]);
});
