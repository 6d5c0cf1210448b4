import type { ProofCoverage } from '../run/proof-coverage.ts';
import { isFailedDoctor } from '../run/run-ledger.ts';
import { messageLines, type TestRecord } from '../run/test-record.ts';
import { type Ink, paintFor, type Screen } from './screen.ts';
import { count, wrap } from './text-layout.ts';

const INDENT = 2;
/** A doctor's message names what to mend, and must not be cut; a test's diff may be. */
const DOCTOR_LINES = 20;
const FAILURE_LINES = 12;

/** Lines that may hold aligned columns, such as a diff: broken only where they are too long. */
const indented = (lines: readonly string[], { width }: Screen): string[] =>
  lines
    .flatMap((line) => (line.length <= width - INDENT ? [line] : wrap(line, width - INDENT)))
    .map((line) => ' '.repeat(INDENT) + line);

/** What the doctor says where it failed: the one thing that a reader must mend. */
export function doctorText(records: readonly TestRecord[], screen: Screen): string[] {
  const paint = paintFor(screen);
  return records.filter(isFailedDoctor).flatMap((record) => {
    const lines = record.errors
      .flatMap(({ message }) => messageLines(message))
      .slice(0, DOCTOR_LINES);
    return [
      '',
      ...wrap(`✗ ${record.project.target} cannot be judged yet`, screen.width).map((line) =>
        paint(line, 'red', 'bold'),
      ),
      ...indented(
        lines.length > 0 ? lines : [`The doctor ended as “${record.status}” and gave no error.`],
        screen,
      ),
    ];
  });
}

/** Failed tests of the harness itself: proofs and unit tests. */
export function failuresText(records: readonly TestRecord[], screen: Screen): string[] {
  const paint = paintFor(screen);
  return records
    .filter(
      ({ ok, status, project }) =>
        !ok && status !== 'interrupted' && (project.kind === 'proof' || project.kind === 'unit'),
    )
    .flatMap((record) => {
      const [error] = record.errors;
      const lines = error?.message.split('\n').slice(0, FAILURE_LINES) ?? [
        `ended as “${record.status}”`,
      ];
      return [
        '',
        ...wrap(`✗ ${record.project.name} › ${record.title}`, screen.width).map((line) =>
          paint(line, 'red', 'bold'),
        ),
        paint(' '.repeat(INDENT) + (error?.at ?? record.location), 'dim'),
        ...indented(lines, screen),
      ];
    });
}

/** What the proofs showed, and each pair of flaw and check that they did not. */
export function proofText(
  records: readonly TestRecord[],
  coverage: ProofCoverage,
  screen: Screen,
): string[] {
  const paint = paintFor(screen);
  const proofs = records.filter(({ project }) => project.kind === 'proof');
  // Those in company stand for flaws that are proved alone.
  const alone = proofs.filter(({ project }) => !project.standsFor);
  const flaws = new Set(alone.flatMap(({ project }) => project.flaw ?? []));
  // Sound chatbots demand no failure.
  if (flaws.size === 0) return [];
  const { demanded, missing } = coverage;
  if (demanded.length === 0) {
    return [
      '',
      paint('No proof was demanded: the tests that would carry one were left out.', 'dim'),
    ];
  }
  const shown = demanded.length - missing.length;
  const ink: Ink[] = missing.length > 0 ? ['red', 'bold'] : ['green'];
  return [
    '',
    paint(
      `${missing.length > 0 ? '✗' : '✓'} ${shown} of ${count(demanded.length, 'demanded proof')} shown, ${count(flaws.size, 'flaw')}`,
      ...ink,
    ),
    ...missing.flatMap(({ flaw, check, why }) =>
      wrap(
        `✗ With the flaw ${flaw} on, the check ${check} must fail: ${why}.`,
        screen.width - INDENT,
      ).map((line) => paint(' '.repeat(INDENT) + line, 'red')),
    ),
  ];
}
