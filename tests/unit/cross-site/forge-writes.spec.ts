import { expect, test } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import { untilReached } from '../../../fixtures/cross-site/forge-writes.ts';

const probe = (reached: boolean): Probe => ({ label: '', reached, exchanges: [] });

for (const [what, effects, expected] of [
  ['the first that takes effect is the last', [false, true, false], [false, true]],
  ['all of them where none does', [false, false], [false, false]],
] as const) {
  test(`a write is forged in one way after the other: ${what}`, async () => {
    async function* ways(): AsyncGenerator<boolean> {
      for (const each of effects) yield await Promise.resolve(each);
    }
    const tried = await untilReached(ways(), (reached) =>
      Promise.resolve({ name: '', before: probe(true), attack: probe(reached) }),
    );
    expect(tried.map(({ attack }) => attack.reached)).toEqual(expected);
  });
}
