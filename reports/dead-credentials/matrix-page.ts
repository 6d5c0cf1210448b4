import type { MatrixCell } from '../../checks/revocation/dead-credentials.ts';
import { escapeHtml } from '../allure/html.ts';
import { matrixTable } from './matrix-table.ts';

/** One self-contained page with the matrix of each audited chatbot; the report first shows little of its height. */
export function matrixPage(byTarget: ReadonlyMap<string, readonly MatrixCell[]>): string {
  const sections = [...byTarget].map(
    ([target, cells]) =>
      `<h2>${escapeHtml(target)}</h2>\n<div style="overflow-x: auto">${matrixTable(cells)}</div>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dead credentials</title>
<style>
  body { font: 15px/1.45 system-ui, sans-serif; margin: 12px; color: #1c2329; background: #fff; }
  h1, h2 { font-size: 1.1em; margin: 0.5em 0; }
  p { max-width: 70ch; }
</style>
</head>
<body>
<h1>Dead credentials</h1>
${sections.join('\n')}
<p>What became of each credential, on each way to a conversation, after each ending. ✓ refused: it opens nothing any
more. ✗ works: it still opens the conversation. ? not assessable: a control failed, so nothing is known.</p>
</body>
</html>
`;
}
