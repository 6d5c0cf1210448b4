import { z } from 'zod';
import { CHECKS } from '../../checks/catalogue.ts';
import { CHECK_IDS, type CheckId } from '../../checks/check-ids.ts';
import type { TestRecord } from '../run/test-record.ts';

/**
 * What one flaw did to one check: `broke` and `spared` as it declares, `skipped` where the check does not apply, `wrong`
 * where the outcome was another, or there was none.
 */
export const CELL_STATES = ['broke', 'spared', 'skipped', 'wrong'] as const;
export type CellState = (typeof CELL_STATES)[number];

const cell = z.strictObject({
  state: z.enum(CELL_STATES),
  /** The day of the run, for example `2026-11-26`. */
  on: z.iso.date(),
  /** Milliseconds that the test took. */
  took: z.number().min(0),
});
export type ProofCell = z.infer<typeof cell>;

/** By the project (one flaw in one mechanism) and the check. What was not run yet is missing. */
export type ProofCells = Record<string, Partial<Record<CheckId, ProofCell>>>;

export const proofCellsSchema: z.ZodType<ProofCells> = z.record(
  z.string(),
  z.partialRecord(z.enum(CHECK_IDS), cell),
);

/** The cells that a run has filled; what it did not come to is left out. */
export function cellsOf(records: readonly TestRecord[], on: string): ProofCells {
  const cells: ProofCells = {};
  for (const record of records.filter(({ project }) => project.kind === 'proof')) {
    const found = stateOf(record);
    if (!found) continue;
    const [check, state] = found;
    (cells[record.project.name] ??= {})[check] = { state, on, took: record.duration };
  }
  return cells;
}

function stateOf({
  verdicts,
  results,
  status,
  title,
}: TestRecord): [CheckId, CellState] | undefined {
  const [verdict] = verdicts;
  if (verdict) {
    const { check, outcome, proof } = verdict;
    if (outcome !== proof?.expected) return [check, 'wrong'];
    return [check, outcome === 'fail' ? 'broke' : 'spared'];
  }
  if (results.every(({ outcome }) => outcome === 'not run')) return undefined;
  const check = CHECK_IDS.find((id) => CHECKS[id].title === title);
  if (!check) throw new Error(`no check has the title of the test “${title}”`);
  return [check, status === 'skipped' ? 'skipped' : 'wrong'];
}

/** The later run's cell wins. */
export function merge(earlier: ProofCells, later: ProofCells): ProofCells {
  const merged: ProofCells = { ...earlier };
  for (const [project, cells] of Object.entries(later)) {
    merged[project] = { ...merged[project], ...cells };
  }
  return merged;
}
