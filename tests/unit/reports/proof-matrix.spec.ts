import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import { CHECK_IDS, type CheckId } from '../../../checks/check-ids.ts';
import { proofRows } from '../../../reports/proof-matrix/proof-rows.ts';
import { proofTable } from '../../../reports/proof-matrix/proof-table.ts';
import type { TestRecord } from '../../../reports/run/test-record.ts';
import { judged, proof, unjudged } from './sample/crafted-records.ts';
import { flawed, verdict } from './sample/crafted-verdicts.ts';

const FLAW = 'logoutOnlyClearsTheCookie';
const BROKEN: CheckId = 'logoutRevokesCredentials';

/** All checks against the flaw, as a run with that mechanism would record them. */
function runOf(mechanism: string, told: Partial<Record<CheckId, TestRecord>> = {}): TestRecord[] {
  const project = { ...proof(FLAW, [BROKEN]), name: `flaw-${FLAW}-${mechanism}` };
  return CHECK_IDS.map((check) => {
    const expected = check === BROKEN ? 'fail' : 'pass';
    const make = check === BROKEN ? flawed : verdict;
    return told[check] ?? judged(project, make(check, { proof: { flaw: FLAW, expected } }));
  });
}

test('a flaw that does in both mechanisms what it declares is one row', () => {
  expect(proofRows([...runOf('cookie'), ...runOf('token')])).toEqual([
    {
      flaw: FLAW,
      mechanisms: ['cookie', 'token'],
      broke: [BROKEN],
      spared: CHECK_IDS.length - 1,
      skipped: 0,
      wrong: [],
    },
  ]);
});

test('an outcome that was not declared, and a check that gave no verdict, stand out', () => {
  const project = { ...proof(FLAW, [BROKEN]), name: `flaw-${FLAW}-cookie` };
  const [row] = proofRows(
    runOf('cookie', {
      logoutEndsLiveChannels: judged(
        project,
        flawed('logoutEndsLiveChannels', { proof: { flaw: FLAW, expected: 'pass' } }),
      ),
      loginRevivesNothing: unjudged(project, 'loginRevivesNothing', 'inconclusive', ['why']),
      forgedTokenIsRefused: {
        ...unjudged(project, 'forgedTokenIsRefused', 'skipped', ['no token']),
        title: CHECKS.forgedTokenIsRefused.title,
      },
    }),
  );
  expect(row).toMatchObject({ broke: [BROKEN], skipped: 1 });
  expect(row?.wrong).toEqual(['logoutEndsLiveChannels', 'loginRevivesNothing']);
});

test('the table says what each flaw breaks, and how long it took to know', () => {
  const table = proofTable(proofRows(runOf('cookie')), { tests: 34, milliseconds: 120_000 });
  expect(table).toContain('34 tests in 2 min.');
  expect(table).toContain(
    `| \`${FLAW}\` | cookie | \`${BROKEN}\` | ${CHECK_IDS.length - 1} pass | – |`,
  );
});
