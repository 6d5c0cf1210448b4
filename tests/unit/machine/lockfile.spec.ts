import { expect, test } from '@playwright/test';
import { staleness } from '../../../fixtures/machine/lockfile.mjs';
import { requireNode } from '../../../fixtures/machine/node-version.mjs';

const present = {
  'node_modules/ws': { version: '8.0.0', integrity: 'sha512-a' },
  'node_modules/jose/node_modules/ws': { version: '7.0.0', integrity: 'sha512-b' },
};
const wanted = {
  packages: {
    '': { version: '0.1.0' },
    ...present,
    'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-c', optional: true },
  },
};

test('packages that are what the lockfile says are left as they are', () => {
  expect(staleness(wanted, { packages: present })).toBeUndefined();
});

test('packages that somebody added by hand are left as they are', () => {
  const added = { 'node_modules/mine': { version: '1.0.0', integrity: 'sha512-d' } };
  expect(staleness(wanted, { packages: { ...present, ...added } })).toBeUndefined();
});

test('packages are installed when there are none', () => {
  expect(staleness(wanted, undefined)).toBe('node_modules is missing');
  expect(staleness(wanted, {})).toBe('node_modules is missing');
});

test('packages are installed when one is missing, of another version or of another content', () => {
  const { 'node_modules/ws': ws, ...others } = present;
  const withWs = (change: object) => ({
    packages: { ...others, 'node_modules/ws': { ...ws, ...change } },
  });
  expect(staleness(wanted, { packages: others })).toBe('ws 8.0.0 is missing');
  expect(staleness(wanted, withWs({ version: '7.9.0' }))).toBe(
    'ws is 7.9.0, the lockfile says 8.0.0',
  );
  expect(staleness(wanted, withWs({ integrity: 'sha512-x' }))).toBe(
    'ws 8.0.0 has another content than the lockfile says',
  );
});

test('an optional package of another version than the lockfile says is installed anew', () => {
  const old = { 'node_modules/fsevents': { version: '2.0.0', optional: true } };
  expect(staleness(wanted, { packages: { ...present, ...old } })).toBe(
    'fsevents is 2.0.0, the lockfile says 2.3.3',
  );
});

test('an old Node is refused in one sentence that names both versions', () => {
  expect(() => requireNode('>=20', '18.20.4')).toThrow(
    'Sessionwright needs Node 20 or later and this is Node 18.20.4: install a current one, then try again.',
  );
  expect(() => requireNode('>=20.19.0', '20.18.3')).toThrow('needs Node 20.19.0 or later');
});

test('the oldest Node that is permitted and later ones are taken', () => {
  expect(() => requireNode('>=20.19.0', '20.19.0')).not.toThrow();
  expect(() => requireNode('>=20.19.0', '22.3.1')).not.toThrow();
  expect(() => requireNode('>=20', '20.0.0')).not.toThrow();
});
