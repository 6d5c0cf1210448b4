import type { ProofRow } from './proof-rows.ts';

/** The rows as a Markdown table, with the run's size and time above it. */
export function proofTable(
  rows: readonly ProofRow[],
  { tests, milliseconds }: { tests: number; milliseconds: number },
): string {
  const minutes = Math.round(milliseconds / 60_000);
  const cells = rows.map(({ flaw, mechanisms, broke, spared, skipped, wrong }) => [
    flaw === 'none' ? 'none: the sound chatbot' : `\`${flaw}\``,
    mechanisms.join(', '),
    broke.map((check) => `\`${check}\``).join(', ') || '–',
    `${spared} pass${skipped > 0 ? `, ${skipped} do not apply` : ''}`,
    wrong.map((check) => `\`${check}\``).join(', ') || '–',
  ]);
  const lines = [
    ['flaw', 'mechanism', 'breaks', 'all other checks', 'not as declared'],
    ['---', '---', '---', '---', '---'],
    ...cells,
  ];
  const table = lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
  return `${tests} tests in ${minutes} min.\n\n${table}\n`;
}
