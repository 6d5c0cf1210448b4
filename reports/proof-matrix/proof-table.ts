import type { ProofCells } from './proof-cells.ts';
import { proofRows } from './proof-rows.ts';

/** The rows as a Markdown table; above it the number of cells and tests, their days, and their time one after the other. */
export function proofTable(filled: ProofCells): string {
  const cells = Object.values(filled).flatMap((row) => Object.values(row));
  const days = [...new Set(cells.map(({ on }) => on))].sort();
  const minutes = Math.round(cells.reduce((sum, { took }) => sum + took, 0) / 60_000);
  const rows = proofRows(filled).map((row) => [
    row.flaw === 'none' ? 'none: the sound chatbot' : `\`${row.flaw}\``,
    row.mechanisms.join(', '),
    row.broke.map((check) => `\`${check}\``).join(', ') || '–',
    [
      `${row.spared} pass`,
      ...(row.skipped > 0 ? [`${row.skipped} do not apply`] : []),
      ...(row.open > 0 ? [`${row.open} not run yet`] : []),
    ].join(', '),
    row.wrong.map((check) => `\`${check}\``).join(', ') || '–',
  ]);
  const lines = [
    ['flaw', 'mechanism', 'breaks', 'all other checks', 'not as declared'],
    ['---', '---', '---', '---', '---'],
    ...rows,
  ];
  const table = lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
  const when = days.length > 1 ? `${days[0]} to ${days.at(-1)}` : (days[0] ?? 'never');
  const tests = Math.round(cells.reduce((sum, { beside = 0 }) => sum + 1 / (beside + 1), 0));
  const companions = Math.max(0, ...cells.map(({ beside = 0 }) => beside));
  const company =
    companions > 0
      ? ` That a flaw leaves a check alone was shown in the company of up to ${companions} others.`
      : '';
  return `${cells.length} cells by ${tests} tests (${when}), ${minutes} min one after the other.${company}\n\n${table}\n`;
}
