import { isFailedDoctor } from '../run/run-ledger.ts';
import { messageLines, type TestRecord } from '../run/test-record.ts';
import { paintFor, type Screen } from './screen.ts';
import { wrap } from './text-layout.ts';

/** What was left to a later run, or why nothing was. A target that the doctor turned away has had its message. */
export function parkingText(records: readonly TestRecord[], screen: Screen): string[] {
  const refused = new Set(records.filter(isFailedDoctor).map(({ project }) => project.target));
  const paint = paintFor(screen);
  return records
    .filter(({ project }) => project.kind === 'parking' && !refused.has(project.target))
    .flatMap((record) => {
      const failed = !record.ok;
      const lines = wrap(textOf(record), screen.width);
      return ['', ...lines.map((line) => paint(line, failed ? 'yellow' : 'dim'))];
    });
}

function textOf({ ok, parked, errors, results, project }: TestRecord): string {
  if (parked !== undefined) return `Parked at ${project.target}: ${parked}.`;
  const reasons = ok
    ? results.flatMap((result) => result.reasons)
    : errors.flatMap(({ message }) => messageLines(message));
  const why = reasons.join(' ') || 'the run ended before';
  return `${ok ? 'Nothing was' : '? Nothing could be'} parked at ${project.target} for a later run: ${why}`;
}
