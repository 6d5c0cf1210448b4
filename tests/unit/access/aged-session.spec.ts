import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import type { AccessPath } from '../../../fixtures/access/access-path.ts';
import { waysFor } from '../../../fixtures/idling/aged-session.ts';
import type { Credential, Slot } from '../../../fixtures/replay/credentials.ts';
import { PLAIN_WITNESS as witness } from './plain-witness.ts';

const cookie = (name: string): Slot => ({ carrier: 'cookie', name });
const csrf: Slot = { carrier: 'header', name: 'x-csrf-token' };
const token: Slot = { carrier: 'header', name: 'authorization' };
const holding = (...slots: Slot[]): Credential[] =>
  slots.map((slot) => ({ ...slot, value: new Secret(`value of ${slot.name}`) }));

const read: AccessPath = { witness, slots: [cookie('sid'), csrf] };
const renewed: AccessPath = {
  witness,
  slots: [token],
  renewal: {
    name: 'POST /renew',
    exchange: witness.exchange,
    slots: [cookie('refresh')],
    issues: token,
    prefix: 'Bearer ',
    place: { in: 'json', path: ['token'] },
  },
};

test('a way is tried with all that it needs, and with nothing else', () => {
  const ways = waysFor(holding(cookie('sid'), csrf, cookie('theme')), { paths: [read] });
  expect(ways.map(({ own }) => own.map(({ name }) => name))).toEqual([['sid', 'x-csrf-token']]);
});

test('a refusal for want of a part would say nothing: such a way is left out, and having none is an error', () => {
  const paths = [read, renewed];
  expect(waysFor(holding(csrf, cookie('refresh')), { paths }).map(({ path }) => path)).toEqual([
    renewed,
  ]);
  expect(() => waysFor(holding(csrf), { paths })).toThrow(
    'what the idle session was known by (header x-csrf-token) is not all that opens a conversation now (cookie sid, header x-csrf-token, and header authorization)',
  );
});

test('what a renewal issues need not be there, and a conversation that is open to all cannot run out', () => {
  expect(waysFor(holding(cookie('refresh')), { paths: [renewed] })).toHaveLength(1);
  expect(() => waysFor(holding(cookie('sid')), { paths: [{ witness, slots: [] }] })).toThrow(
    'no credentials',
  );
});
