import { expect, test } from '@playwright/test';
import { CHECK_IDS } from '../../../checks/check-ids.ts';
import { possibleFlaws } from '../../../fixtures/proofs/matrix-plan.ts';
import { testedProofs } from '../../../fixtures/proofs/tested-proofs.ts';
import { FLAW_NAMES, FLAWS } from '../../../targets/reference/flaws.ts';
import type { Flaw } from '../../../targets/reference/flaws/flaw.ts';
import { MECHANISMS } from '../../../targets/reference/settings.ts';

/** What `npm test` shows to be found: flaw, mechanism, check. */
const FOUND = testedProofs().flatMap(({ flaws, mechanism, checks }) =>
  flaws.flatMap((flaw) =>
    checks
      .filter((check) => (FLAWS[flaw] as Flaw).breaks.includes(check))
      .map((check) => ({ flaw, mechanism, check })),
  ),
);

for (const mechanism of MECHANISMS) {
  test(`npm test proves each check by a flaw, wherever one breaks it (${mechanism})`, () => {
    const broken = possibleFlaws(mechanism).flatMap((name) => [...FLAWS[name].breaks]);
    const found = FOUND.filter((each) => each.mechanism === mechanism).map(({ check }) => check);
    expect(CHECK_IDS.filter((check) => broken.includes(check))).toEqual(
      CHECK_IDS.filter((check) => found.includes(check)),
    );
    expect(found.length).toBeGreaterThan(50);
  });
}

test('npm test finds each flaw by a check, and asks for no more than that takes', () => {
  const found = new Set(FOUND.map(({ flaw }) => flaw));
  expect(FLAW_NAMES.filter((name) => !found.has(name))).toEqual([]);
  const pairs = new Set(FOUND.map(({ mechanism, check }) => `${check} ${mechanism}`));
  expect(FOUND.length).toBeLessThan(pairs.size + FLAW_NAMES.length / 2);
});

test('what a flaw was mistaken for once is held against it', () => {
  const mistaken = FLAW_NAMES.filter((name) => (FLAWS[name] as Flaw).mistakenFor);
  const held = testedProofs().filter(({ flaws: [flaw], checks }) =>
    flaw ? checks.some((check) => (FLAWS[flaw] as Flaw).mistakenFor?.includes(check)) : false,
  );
  expect(held.map(({ flaws }) => flaws[0])).toEqual(mistaken);
});
