import type { MatrixCell } from '../../checks/revocation/dead-credentials.ts';
import { auditRecords } from '../run/run-ledger.ts';
import type { TestRecord } from '../run/test-record.ts';

/** The cells of every verdict, by the chatbot that was audited. */
export function cellsByTarget(records: readonly TestRecord[]): Map<string, MatrixCell[]> {
  const found = new Map<string, MatrixCell[]>();
  for (const { verdicts } of auditRecords([...records])) {
    for (const { target, cells = [] } of verdicts) {
      if (cells.length > 0) found.set(target, [...(found.get(target) ?? []), ...cells]);
    }
  }
  return found;
}
