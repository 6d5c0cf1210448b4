import { expect, test } from '@playwright/test';
import { CHECK_IDS } from '../../../checks/check-ids.ts';
import { planned, type PlannedProof, projectOf } from '../../../fixtures/proofs/matrix-plan.ts';
import type { ProofCell, ProofCells } from '../../../reports/proof-matrix/proof-cells.ts';
import { companies } from '../../../targets/reference/company.ts';
import { FLAW_NAMES, type FlawName, FLAWS } from '../../../targets/reference/flaws.ts';
import type { Flaw } from '../../../targets/reference/flaws/flaw.ts';
import { MECHANISMS } from '../../../targets/reference/settings.ts';

const DONE: ProofCell = { state: 'spared', on: '2026-11-27', took: 1 };
const VERIFICATIONS = FLAW_NAMES.filter(
  (name) => (FLAWS[name] as Flaw).patch.accessToken?.verification !== undefined,
);

/** Every pair of a flaw, in each mechanism that can have it, and a check. */
const CELLS = MECHANISMS.flatMap((mechanism) => [
  ...CHECK_IDS.map((check) => `${projectOf(undefined, mechanism)} ${check}`),
  ...FLAW_NAMES.filter((name) => (FLAWS[name] as Flaw).mechanisms.includes(mechanism)).flatMap(
    (name) => CHECK_IDS.map((check) => `${projectOf(name, mechanism)} ${check}`),
  ),
]);

function cellsIn({ flaws, mechanism, checks }: PlannedProof): string[] {
  const projects = flaws.length
    ? flaws.map((name) => projectOf(name, mechanism))
    : [projectOf(undefined, mechanism)];
  return projects.flatMap((project) => checks.map((check) => `${project} ${check}`));
}

for (const size of [1, 4, 20]) {
  test(`a plan with up to ${size} flaws at once comes to every cell once`, () => {
    const plan = planned({}, size);
    expect(plan.flatMap(cellsIn).sort()).toEqual([...CELLS].sort());
    const largest = Math.max(...plan.map(({ flaws }) => flaws.length));
    expect(largest).toBeLessThanOrEqual(size);
    expect(largest).toBeGreaterThan(size / 2);
  });
}

test('a check that a flaw declares to break is never shown in company', () => {
  const broken = planned({}, 20).filter(({ flaws, checks }) =>
    flaws.some((name) => FLAWS[name].breaks.some((check) => checks.includes(check))),
  );
  expect(broken.length).toBeGreaterThan(FLAW_NAMES.length);
  expect(broken.filter(({ flaws }) => flaws.length > 1)).toEqual([]);
});

test('what is known is not run again, and what is left is', () => {
  const known: ProofCells = {};
  for (const cell of CELLS.slice(1)) {
    const [project = '', check = ''] = cell.split(' ');
    known[project] = { ...known[project], [check]: DONE };
  }
  expect(planned(known, 20)).toEqual([{ flaws: [], mechanism: 'cookie', checks: [CHECK_IDS[0]] }]);
});

test('a new flaw and a new check cost a few chatbots, and not all of them once more', () => {
  const known: ProofCells = {};
  const [newFlaw, newCheck] = [FLAW_NAMES[0], CHECK_IDS[0]];
  const old = CELLS.map((cell) => cell.split(' ')).filter(
    ([project = '', check]) => !project.includes(`-${newFlaw}-`) && check !== newCheck,
  );
  for (const [project = '', check = ''] of old) {
    known[project] = { ...known[project], [check]: DONE };
  }
  const plan = planned(known, 20);
  expect(new Set(plan.flatMap(cellsIn)).size).toBe(plan.flatMap(cellsIn).length);
  const tests = plan.reduce((sum, { checks }) => sum + checks.length, 0);
  expect(tests).toBeLessThan(MECHANISMS.length * (CHECK_IDS.length + FLAW_NAMES.length / 4));
});

test('flaws that want different things of one decision keep no company; those that want the same do', () => {
  const formed = companies(VERIFICATIONS, 20);
  expect(VERIFICATIONS.length).toBeGreaterThan(3);
  expect(formed).toEqual(VERIFICATIONS.map((name) => [name]));
  const dropped: FlawName[] = ['cookieWithoutSecure', 'otherOriginsReadConversations'];
  expect(companies(dropped, 20)).toEqual(dropped.map((name) => [name]));
  const inlineScript: FlawName[] = ['userTextRenderedAsHtml', 'titleRenderedAsHtml'];
  expect(companies(inlineScript, 20)).toEqual([inlineScript]);
});
