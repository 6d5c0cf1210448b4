import { expect, test } from '@playwright/test';
import { type Lure, lures } from '../../../checks/xss/lures.ts';

const PLACES = { origin: 'http://attacker.test:1', localOrigin: 'http://127.0.0.1:1' };

const all = (): Lure[] => Object.values(lures(PLACES, 'kx')).flat();

test('every lure leads to the site under its own marker, which begins no other', () => {
  const markers = all().map(({ marker }) => marker);
  for (const { marker, text } of all()) {
    expect(text).toMatch(new RegExp(`//(attacker\\.test|127\\.0\\.0\\.1):1/${marker}\\.\\w+`));
    expect(markers.filter((other) => other.includes(marker))).toEqual([marker]);
  }
});

test('only what says so needs its line breaks', () => {
  for (const { lines, text } of all()) expect(text.includes('\n')).toBe(lines);
});
