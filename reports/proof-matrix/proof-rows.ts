import { CHECK_IDS, type CheckId } from '../../checks/check-ids.ts';
import type { CellState, ProofCells } from './proof-cells.ts';

/** What one flaw, in one mechanism or more that agree, did to every check. */
export interface ProofRow {
  /** The flaw that was on; `none`: the chatbot was sound. */
  flaw: string;
  mechanisms: string[];
  /** Checks that failed, as the flaw declares. */
  broke: CheckId[];
  /** Checks that passed although nothing else than a pass was allowed. */
  spared: number;
  /** Checks that do not apply to the mechanism. */
  skipped: number;
  /** Checks whose outcome was another than the flaw declares, or that gave no verdict. */
  wrong: CheckId[];
  /** Checks that no run has come to yet. */
  open: number;
}

/** One row for each flaw, in the order of the projects. */
export function proofRows(cells: ProofCells): ProofRow[] {
  const rows: ProofRow[] = [];
  for (const [project, own] of Object.entries(cells)) {
    const [, flaw = 'none', mechanism = ''] = /^(?:flaw-(.+)|sound)-(\w+)$/.exec(project) ?? [];
    const inState = (state: CellState): CheckId[] =>
      CHECK_IDS.filter((check) => own[check]?.state === state);
    const row: ProofRow = {
      flaw,
      mechanisms: [mechanism],
      broke: inState('broke'),
      spared: inState('spared').length,
      skipped: inState('skipped').length,
      wrong: inState('wrong'),
      open: CHECK_IDS.filter((check) => !own[check]).length,
    };
    const twin = rows.find((one) => sameBut(one, row));
    if (twin) twin.mechanisms.push(...row.mechanisms);
    else rows.push(row);
  }
  return rows;
}

function sameBut(one: ProofRow, other: ProofRow): boolean {
  const whole = (row: ProofRow): string => JSON.stringify({ ...row, mechanisms: [] });
  return whole(one) === whole(other);
}
