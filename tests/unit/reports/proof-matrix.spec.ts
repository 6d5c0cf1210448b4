import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import { CHECK_IDS, type CheckId } from '../../../checks/check-ids.ts';
import {
  cellsOf,
  merge,
  type ProofCells,
  proofCellsSchema,
  withoutWrong,
} from '../../../reports/proof-matrix/proof-cells.ts';
import { type ProofRow, proofRows } from '../../../reports/proof-matrix/proof-rows.ts';
import { proofTable } from '../../../reports/proof-matrix/proof-table.ts';
import type { ProjectFacts } from '../../../reports/run/project-facts.ts';
import type { TestRecord } from '../../../reports/run/test-record.ts';
import { judged, proof, unjudged } from './sample/crafted-records.ts';
import { flawed, verdict } from './sample/crafted-verdicts.ts';

const FLAW = 'logoutOnlyClearsTheCookie';
const BROKEN: CheckId = 'logoutRevokesCredentials';
/** Of the catalogue. */
const FIRST: CheckId = 'conversationNeedsAuthentication';

/** All checks against the flaw, as a run with that mechanism would record them. */
function runOf(mechanism: string, told: Partial<Record<CheckId, TestRecord>> = {}): TestRecord[] {
  const project = { ...proof(FLAW, [BROKEN]), name: `flaw-${FLAW}-${mechanism}` };
  return CHECK_IDS.map((check) => {
    const expected = check === BROKEN ? 'fail' : 'pass';
    const make = check === BROKEN ? flawed : verdict;
    return told[check] ?? judged(project, make(check, { proof: { flaw: FLAW, expected } }));
  });
}

const rowsOf = (...runs: TestRecord[][]): ProofRow[] =>
  proofRows(runs.map((run) => cellsOf(run, '2026-11-26')).reduce(merge, {}));

test('a flaw that does in both mechanisms what it declares is one row', () => {
  expect(rowsOf([...runOf('cookie'), ...runOf('token')])).toEqual([
    {
      flaw: FLAW,
      mechanisms: ['cookie', 'token'],
      broke: [BROKEN],
      spared: CHECK_IDS.length - 1,
      skipped: 0,
      wrong: [],
      open: 0,
    },
  ]);
});

test('an outcome that was not declared, and a check that gave no verdict, stand out', () => {
  const project = { ...proof(FLAW, [BROKEN]), name: `flaw-${FLAW}-cookie` };
  const titled = (record: TestRecord, check: CheckId): TestRecord => ({
    ...record,
    title: CHECKS[check].title,
  });
  const [row] = rowsOf(
    runOf('cookie', {
      logoutEndsLiveChannels: judged(
        project,
        flawed('logoutEndsLiveChannels', { proof: { flaw: FLAW, expected: 'pass' } }),
      ),
      loginRevivesNothing: titled(
        unjudged(project, 'loginRevivesNothing', 'inconclusive', ['why']),
        'loginRevivesNothing',
      ),
      forgedTokenIsRefused: titled(
        unjudged(project, 'forgedTokenIsRefused', 'skipped', ['no token']),
        'forgedTokenIsRefused',
      ),
    }),
  );
  expect(row).toMatchObject({ broke: [BROKEN], skipped: 1, open: 0 });
  expect(row?.wrong).toEqual(['logoutEndsLiveChannels', 'loginRevivesNothing']);
});

test('runs of parts add up, the later one wins, and what no run came to stays open', () => {
  const whole = runOf('cookie');
  const rest = whole.slice(1);
  const project = { ...proof(FLAW, [BROKEN]), name: `flaw-${FLAW}-cookie` };
  const late = verdict(FIRST, { proof: { flaw: FLAW, expected: 'fail' } });
  expect(rowsOf(whole.slice(0, 1))).toMatchObject([{ open: CHECK_IDS.length - 1 }]);
  expect(rowsOf(whole.slice(0, 1), rest)).toMatchObject([{ open: 0, wrong: [] }]);
  expect(rowsOf(whole, [judged(project, late)])).toMatchObject([{ wrong: [FIRST] }]);
});

test('several flaws at once fill the cells of each where nothing is wrong, and leave open what is', () => {
  const standsFor = ['flaw-a-cookie', 'flaw-b-cookie', 'flaw-c-cookie'];
  const project = { ...proof('a + b + c', []), name: 'together-1-cookie', standsFor };
  const expected = { proof: { flaw: 'a + b + c', expected: 'pass' as const } };
  const skipped: CheckId = 'forgedTokenIsRefused';
  const skip = (where: ProjectFacts): TestRecord => ({
    ...unjudged(where, skipped, 'skipped', ['no token']),
    title: CHECKS[skipped].title,
  });
  const records = [
    { ...judged(project, verdict(FIRST, expected)), duration: 6_000 },
    judged(project, flawed(BROKEN, expected)),
    skip(project),
  ];
  const filled = { state: 'spared', on: '2026-11-27', took: 2_000, beside: 2 };
  expect(cellsOf(records, '2026-11-27')).toEqual(
    Object.fromEntries(standsFor.map((name) => [name, { [FIRST]: filled }])),
  );

  const sound = { ...proof('none', []), name: 'sound-cookie' };
  const soundly = cellsOf([...records, skip(sound)], '2026-11-27');
  expect(soundly['flaw-b-cookie']?.[skipped]).toMatchObject({ state: 'skipped', beside: 2 });
  const table = proofTable(soundly);
  expect(table).toContain('7 cells by 3 tests');
  expect(table).toContain('in the company of up to 2 others');
});

test('what was kept of earlier runs is read again', () => {
  const cells = cellsOf(runOf('cookie'), '2026-11-26');
  expect(proofCellsSchema.parse(JSON.parse(JSON.stringify(cells)))).toEqual(cells);
  const [name = '', row = {}] = Object.entries(cells)[0] ?? [];
  const grown = { [name]: { ...row, aCheckThatIsNoMore: row[FIRST] } };
  expect(proofCellsSchema.parse(grown)).toEqual(cells);
  expect(proofCellsSchema.safeParse({ [name]: { [FIRST]: {} } }).success).toBe(false);
});

test('the table says what each flaw breaks, when that was found, and how long it took', () => {
  const run = runOf('cookie').map((record) => ({ ...record, duration: 6_000 }));
  const cells = merge(cellsOf(run, '2026-11-25'), cellsOf(run.slice(1), '2026-11-26'));
  const table = proofTable(cells);
  const minutes = Math.round(CHECK_IDS.length / 10);
  expect(table).toContain(
    `${CHECK_IDS.length} cells by ${CHECK_IDS.length} tests (2026-11-25 to 2026-11-26), ${minutes} min one after the other.\n`,
  );
  expect(table).toContain(
    `| \`${FLAW}\` | cookie | \`${BROKEN}\` | ${CHECK_IDS.length - 1} pass | – |`,
  );
});

test('what was not as declared is open again for whoever comes back, and nothing else', () => {
  const on = '2026-11-27';
  const cells: ProofCells = {
    'flaw-a-cookie': {
      logoutRevokesCredentials: { state: 'broke', on, took: 1 },
      chatCannotBeFramed: { state: 'wrong', on, took: 1 },
    },
  };
  expect(withoutWrong(cells)).toEqual({
    'flaw-a-cookie': { logoutRevokesCredentials: { state: 'broke', on, took: 1 } },
  });
});
