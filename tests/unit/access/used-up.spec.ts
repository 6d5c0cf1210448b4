import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import type { Renewal } from '../../../fixtures/access/access-path.ts';
import { replacedBy, usedUpBy } from '../../../fixtures/access/used-up.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { PLAIN_WITNESS } from './plain-witness.ts';

const cookie = (name: string, value: string): Credential => ({
  carrier: 'cookie',
  name,
  value: new Secret(value),
});

function renewalWith(sent: string, set?: string): Exchange {
  return {
    ...PLAIN_WITNESS.exchange,
    method: 'POST',
    url: 'http://localhost:3000/token',
    requestHeaders: [{ name: 'cookie', value: `refresh=${sent}; device=d` }],
    responseHeaders: set === undefined ? [] : [{ name: 'set-cookie', value: `refresh=${set}` }],
  };
}

const RENEWAL: Renewal = {
  name: 'POST /token',
  exchange: renewalWith('first', 'second'),
  slots: [
    { carrier: 'cookie', name: 'refresh' },
    { carrier: 'cookie', name: 'device' },
  ],
  issues: { carrier: 'header', name: 'authorization' },
  prefix: 'Bearer ',
  place: { in: 'json', path: ['token'] },
};

const told = (sets: Credential[][]): string[] =>
  sets.map((set) => set.map(({ name, value }) => `${name}=${value.reveal()}`).join(' '));

test('what a session renewed with before is tried with the rest of what it holds, the youngest first', () => {
  const exchanges = [
    renewalWith('first', 'second'),
    renewalWith('second', 'third'),
    renewalWith('third', 'fourth'),
    renewalWith('fourth', 'now'),
    { ...renewalWith('elsewhere'), url: 'http://localhost:3000/other' },
  ];
  const held = [cookie('refresh', 'now'), cookie('device', 'd')];

  expect(told(usedUpBy(exchanges, RENEWAL, held))).toEqual([
    'device=d refresh=fourth',
    'device=d refresh=third',
    'device=d refresh=second',
  ]);
});

test('a session that has renewed nothing has used up nothing', () => {
  const held = [cookie('refresh', 'first'), cookie('device', 'd')];

  expect(usedUpBy([renewalWith('first')], RENEWAL, held)).toEqual([]);
});

test('what a session was known by before is tried as answers left it, pieces together, the youngest first', () => {
  const setting = (...cookies: string[]): Exchange => ({
    ...PLAIN_WITNESS.exchange,
    responseHeaders: cookies.map((value) => ({ name: 'set-cookie', value })),
  });
  const exchanges = [
    setting('sid.0=a'),
    setting('sid.0=a', 'sid.1=1', 'theme=dark'),
    setting('sid.1=2'),
    setting('sid.0=b', 'sid.1=3'),
  ];
  const held = [cookie('sid.0', 'b'), cookie('sid.1', '3')];

  expect(told(replacedBy(exchanges, held))).toEqual(['sid.0=a sid.1=2', 'sid.0=a sid.1=1']);
  expect(replacedBy([setting('sid.0=b', 'sid.1=3')], held)).toEqual([]);
});
