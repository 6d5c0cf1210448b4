import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { strengthOf, weaknesses } from '../../../checks/identifiers/strength.ts';

const NOW = 1_900_000_000_000;
const TIMES = Array.from({ length: 20 }, (_, index) => NOW + index * 37);
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const twenty = (make: (index: number, time: number) => string): string[] =>
  TIMES.map((time, index) => make(index, time));
const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

function ulid(time: number): string {
  let head = '';
  for (let rest = time; head.length < 10; rest = Math.floor(rest / 32))
    head = CROCKFORD.charAt(rest % 32) + head;
  const tail = [...randomBytes(16)].map((byte) => CROCKFORD.charAt(byte % 32));
  return head + tail.join('');
}

function uuid7(time: number): string {
  const random = randomBytes(10).toString('hex');
  const head = hex(time, 12);
  return `${head.slice(0, 8)}-${head.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

function uuid1(index: number): string {
  return `${hex(0x9a000000 + index * 370_000, 8)}-4b1c-11ee-9c3a-0242ac120002`;
}

const RANDOM: Record<string, (bytes: Buffer) => string> = {
  hex: (bytes) => bytes.toString('hex'),
  base64: (bytes) => bytes.toString('base64'),
  base64url: (bytes) => bytes.toString('base64url'),
  'decimal digits': (bytes) => [...bytes].map((byte) => String(byte % 10)).join(''),
  'letters of one case': (bytes) =>
    [...bytes].map((byte) => 'abcdefghijklmnopqrstuvwxyz'.charAt(byte % 26)).join(''),
};

for (const [name, write] of Object.entries(RANDOM)) {
  for (const samples of [2, 3, 20]) {
    test(`${samples} random values in ${name} raise no alarm`, () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          // Hashed: the generator of the property prefers small bytes, and these must be of no kind.
          const values = Array.from({ length: samples }, (_, index) =>
            write(createHash('sha384').update(`${seed}:${index}`).digest()),
          );
          expect(weaknesses(strengthOf(values, TIMES.slice(0, samples)), 128)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    });
  }
}

test('22 characters of base64url and 32 of hex are 128 bits', () => {
  for (const write of [RANDOM['base64url'], RANDOM['hex']]) {
    const values = twenty(() => write?.(randomBytes(16)) ?? '');
    expect(weaknesses(strengthOf(values, TIMES), 128)).toEqual([]);
  }
});

test('a UUID of version 4 has 122 random bits: enough for a name, too few for a session', () => {
  const strength = strengthOf(
    twenty(() => randomUUID()),
    TIMES,
  );
  expect(strength.bits).toBe(122);
  expect(weaknesses(strength, 64)).toEqual([]);
  expect(weaknesses(strength, 128)).toHaveLength(1);
});

test('of a ULID and a UUID of version 7 the time does not count, and the rest does', () => {
  const ulids = strengthOf(
    twenty((_, time) => ulid(time)),
    TIMES,
  );
  expect(ulids.bits).toBeGreaterThanOrEqual(80);
  expect(ulids.bits).toBeLessThanOrEqual(84);
  const uuids = strengthOf(
    twenty((_, time) => uuid7(time)),
    TIMES,
  );
  expect(uuids.bits).toBeGreaterThanOrEqual(70);
  expect(uuids.bits).toBeLessThanOrEqual(74);
  expect(weaknesses(uuids, 64)).toEqual([]);
  expect(weaknesses(uuids, 128)).toHaveLength(1);
});

test('a UUID of version 1 is a time and a place', () => {
  expect(
    strengthOf(
      twenty((index) => uuid1(index)),
      TIMES,
    ).bits,
  ).toBeLessThan(24);
});

test('an ObjectId is a time, its process and a counter', () => {
  const place = randomBytes(5).toString('hex');
  const values = twenty(
    (index, time) => hex(time / 1000, 8).slice(0, 8) + place + hex(9000 + index, 6),
  );
  expect(weaknesses(strengthOf(values, TIMES), 64)).not.toEqual([]);
});

test('a counter is seen, in digits, in hex with a constant before it, and behind base64', () => {
  const counters = [
    twenty((index) => String(995 + index)),
    twenty((index) => `f3a09c1be7d24418aa${hex(0xfe0 + index, 14)}`),
    twenty((index) => Buffer.from(`session:${10_000 + index}`).toString('base64')),
  ];
  for (const values of counters) expect(weaknesses(strengthOf(values, TIMES), 64)).not.toEqual([]);
  expect(strengthOf(['101', '102', '104'], []).step).toBeUndefined();
  expect(strengthOf(['1000000101', '1000000102', '1000000104'], []).step).toBe('2');
});

test('a time with a little that is random is no identifier of a session', () => {
  const values = twenty((_, time) => hex(time, 12) + randomBytes(6).toString('hex'));
  const strength = strengthOf(values, TIMES);
  expect(strength.bits).toBe(48);
  expect(weaknesses(strength, 128)[0]).toContain('follow the time or the order of issue');
});

test('a value that is issued twice is told', () => {
  const values = ['a', 'b', 'a'].map((text) => createHash('sha256').update(text).digest('hex'));
  expect(weaknesses(strengthOf(values), 128)).toEqual(['1 of 3 values had been issued before']);
});

test('two short or nearly constant values are too weak', () => {
  expect(weaknesses(strengthOf(['k3f9a', 'q81xz']), 64)).toHaveLength(1);
  const [first, second] = ['01', '02'].map((end) => 'ab'.repeat(15) + end);
  expect(weaknesses(strengthOf([first ?? '', second ?? '']), 128)).toHaveLength(1);
});
