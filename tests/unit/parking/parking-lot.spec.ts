import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { expect, test as base } from '@playwright/test';
import { ConfigurationError } from '../../../checks/configuration-error.ts';
import { Secret } from '../../../checks/secret.ts';
import { MOST_PARKED, type Parked, ParkingLot } from '../../../fixtures/parking/parking-lot.ts';

const KEY = new Secret('correct-horse-battery-staple');
const ORIGIN = 'http://localhost:3000';

const session = (parkedAt: number, account = 'bob'): Parked => ({
  account,
  parkedAt,
  credentials: [{ carrier: 'cookie', name: 'sid', value: new Secret(`value-of-${parkedAt}`) }],
});

const test = base.extend<{ folder: string; lot: ParkingLot }>({
  folder: async ({}, use, testInfo) => use(testInfo.outputPath('parked')),
  lot: async ({ folder }, use) => use(new ParkingLot(folder, ORIGIN, KEY)),
});

test('a session that was parked is taken out once, when it is old enough, with its values', async ({
  lot,
  folder,
}) => {
  expect(await lot.take('bob', 99)).toEqual({ taken: [], left: [] });
  expect(await lot.park(session(20))).toBe(true);
  expect(await lot.park(session(10))).toBe(true);
  expect(await lot.park(session(30))).toBe(true);
  expect(await lot.park(session(1, 'alice'))).toBe(true);

  const other = new ParkingLot(folder, ORIGIN, KEY);
  const { taken, left } = await other.take('bob', 25);
  expect(taken.map(({ parkedAt }) => parkedAt)).toEqual([10, 20]);
  expect(taken[0]?.credentials[0]?.value.reveal()).toBe('value-of-10');
  expect(left.map(({ parkedAt }) => parkedAt)).toEqual([30]);
  expect((await lot.take('bob', 25)).taken).toEqual([]);
});

test('nothing lies there in clear, for nobody else to read, and nothing beside it', async ({
  lot,
  folder,
}) => {
  await lot.park(session(1));
  expect(readdirSync(folder)).toEqual(['localhost-3000.sealed']);
  expect(readFileSync(lot.file).includes('value-of')).toBe(false);
  expect(statSync(lot.file).mode & 0o077).toBe(0);
});

test('no more are parked than may wait at once', async ({ lot }) => {
  for (let at = 1; at <= MOST_PARKED; at += 1) expect(await lot.park(session(at))).toBe(true);
  expect(await lot.park(session(99))).toBe(false);
  expect((await lot.take('bob', 100)).taken).toHaveLength(MOST_PARKED);
});

test('two runs at once lose nothing of each other', async ({ lot, folder }) => {
  const others = [1, 2, 3, 4].map(() => new ParkingLot(folder, ORIGIN, KEY));
  await Promise.all([lot, ...others].map((one, at) => one.park(session(at + 1))));
  expect((await lot.take('bob', 99)).taken).toHaveLength(5);
});

for (const [what, bytes, words] of [
  ['of another program', Buffer.from('SQLite format 3'), 'is not sealed by this program'],
  ['that is cut', undefined, 'sealed with another key, or damaged'],
] as const) {
  test(`a file ${what} is refused with what to do, and kept`, async ({ lot }) => {
    await lot.park(session(1));
    const left = bytes ?? readFileSync(lot.file).subarray(0, -1);
    writeFileSync(lot.file, left);
    const refusal = await lot.take('bob', 99).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfigurationError);
    expect(String(refusal)).toContain(words);
    expect(String(refusal)).toContain('PARKING_KEY');
    await expect(lot.park(session(2))).rejects.toThrow(lot.file);
    expect(readFileSync(lot.file).equals(left)).toBe(true);
    expect(existsSync(`${lot.file}.lock`)).toBe(false);
  });
}

test('another key, or another chatbot, is refused', async ({ lot, folder }) => {
  await lot.park(session(1));
  const wrongKey = new ParkingLot(folder, ORIGIN, new Secret('another-key-altogether'));
  await expect(wrongKey.take('bob', 99)).rejects.toThrow('sealed with another key, or damaged');
  const other = new ParkingLot(folder, 'https://localhost:3000', KEY);
  await expect(other.take('bob', 99)).rejects.toThrow(`belongs to ${ORIGIN}`);
  expect((await lot.take('bob', 99)).taken).toHaveLength(1);
});

test('the lock and the half-written file of a run that was killed are in nobody’s way', async ({
  lot,
}) => {
  await lot.park(session(1));
  writeFileSync(`${lot.file}.new`, 'half');
  writeFileSync(`${lot.file}.lock`, '');
  utimesSync(`${lot.file}.lock`, new Date(0), new Date(0));
  expect(await lot.park(session(2))).toBe(true);
  expect((await lot.take('bob', 99)).taken).toHaveLength(2);
});
