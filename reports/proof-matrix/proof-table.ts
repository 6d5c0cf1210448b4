import type { ProofCells } from './proof-cells.ts';
import { proofRows } from './proof-rows.ts';

/** The rows as a Markdown table, with the number of tests, their days, and their time one after the other above it. */
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
  return `${cells.length} tests (${when}), ${minutes} min one after the other.\n\n${table}\n`;
}
