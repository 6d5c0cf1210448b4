import { CHECKS } from '../../checks/catalogue.ts';
import { CHECK_IDS, type CheckId } from '../../checks/check-ids.ts';
import type { TestRecord } from '../run/test-record.ts';

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
}

/** One row for each flaw, in the order of the projects. */
export function proofRows(records: readonly TestRecord[]): ProofRow[] {
  const rows: ProofRow[] = [];
  const projects = new Set(
    records.filter(({ project }) => project.kind === 'proof').map(({ project }) => project.name),
  );
  for (const name of projects) {
    const own = records.filter(({ project }) => project.name === name);
    const row = rowOf(name, own);
    const twin = rows.find((one) => sameBut(one, row));
    if (twin) twin.mechanisms.push(...row.mechanisms);
    else rows.push(row);
  }
  return rows;
}

function rowOf(name: string, records: readonly TestRecord[]): ProofRow {
  const [, flaw = 'none', mechanism = ''] = /^(?:flaw-(.+)|sound)-(\w+)$/.exec(name) ?? [];
  const row: ProofRow = {
    flaw,
    mechanisms: [mechanism],
    broke: [],
    spared: 0,
    skipped: 0,
    wrong: [],
  };
  const seen = new Set<CheckId>();
  for (const { verdicts } of records) {
    for (const { check, outcome, proof } of verdicts) {
      seen.add(check);
      if (outcome !== proof?.expected) row.wrong.push(check);
      else if (outcome === 'fail') row.broke.push(check);
      else row.spared += 1;
    }
  }
  const skipped = records.filter(({ status }) => status === 'skipped').map(({ title }) => title);
  for (const check of CHECK_IDS.filter((each) => !seen.has(each))) {
    if (skipped.includes(CHECKS[check].title)) row.skipped += 1;
    else row.wrong.push(check);
  }
  return row;
}

function sameBut(one: ProofRow, other: ProofRow): boolean {
  return (
    one.flaw === other.flaw &&
    one.broke.join() === other.broke.join() &&
    one.wrong.join() === other.wrong.join() &&
    one.spared === other.spared &&
    one.skipped === other.skipped
  );
}
