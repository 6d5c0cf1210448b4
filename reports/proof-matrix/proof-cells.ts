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
  /** Milliseconds that the test took; of a chatbot with several flaws, each one's share. */
  took: z.number().min(0),
  /** How many other flaws the chatbot had, none of which touches the check. */
  beside: z.number().int().min(1).optional(),
});
export type ProofCell = z.infer<typeof cell>;

/** By the project (one flaw in one mechanism) and the check. What was not run yet is missing. */
export type ProofCells = Record<string, Partial<Record<CheckId, ProofCell>>>;

/** What earlier runs have kept; of checks that are no more nothing is read. */
export const proofCellsSchema: z.ZodType<ProofCells> = z.record(
  z.string(),
  z
    .record(z.string(), cell)
    .transform((row) =>
      Object.fromEntries(CHECK_IDS.flatMap((check) => (row[check] ? [[check, row[check]]] : []))),
    ),
);

/**
 * The cells that a run has filled; what it did not come to is left out. A chatbot with several flaws fills the cells of each
 * where nothing is wrong: what is, one of them must show alone.
 *
 * @param earlier what is known already: which checks the sound chatbot skips, so that a skip says nothing of the flaws
 */
export function cellsOf(
  records: readonly TestRecord[],
  on: string,
  earlier: ProofCells = {},
): ProofCells {
  const proofs = records.filter(({ project }) => project.kind === 'proof');
  const cells: ProofCells = {};
  for (const record of proofs.filter(({ project }) => !project.standsFor)) {
    const [check, state] = stateOf(record) ?? [];
    if (check && state)
      put(cells, record.project.name, check, { state, on, took: record.duration });
  }
  const known = merge(earlier, cells);
  for (const record of proofs) {
    const { standsFor } = record.project;
    const [check, state] = stateOf(record) ?? [];
    if (!standsFor || !check || !state) continue;
    const took = record.duration / standsFor.length;
    for (const project of standsFor) {
      const sound = known[`sound-${/\w+$/.exec(project)?.[0]}`]?.[check]?.state;
      if (state !== 'spared' && (state !== 'skipped' || sound !== 'skipped')) continue;
      put(cells, project, check, { state, on, took, beside: standsFor.length - 1 });
    }
  }
  return cells;
}

/** The cells without those that were not as declared: another run may find them mended. */
export function withoutWrong(cells: ProofCells): ProofCells {
  return Object.fromEntries(
    Object.entries(cells).map(([project, row]) => [
      project,
      Object.fromEntries(Object.entries(row).filter(([, { state }]) => state !== 'wrong')),
    ]),
  );
}

function put(cells: ProofCells, project: string, check: CheckId, cell: ProofCell): void {
  (cells[project] ??= {})[check] = cell;
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
