import {
  CHANNELS,
  type Channel,
  type Ending,
  ENDINGS,
  type MatrixCell,
} from '../../checks/revocation/dead-credentials.ts';
import { escapeHtml } from '../allure/html.ts';

/** A sign and a word for each state, so that the picture is read without its colours, too. */
const STATES = {
  refused: { sign: '✓', colours: 'background: #d9f2e3; color: #0b4a26' },
  works: { sign: '✗', colours: 'background: #fbd9d9; color: #7a1010' },
  'not assessable': { sign: '?', colours: 'background: #fbeecb; color: #5c4300' },
} as const satisfies Record<MatrixCell['state'], { sign: string; colours: string }>;

/** What a reader must see first comes first. */
const WORST_FIRST: readonly MatrixCell['state'][] = ['works', 'not assessable', 'refused'];

const CELL =
  'padding: 6px 10px; border: 1px solid #b8c0c8; vertical-align: top; white-space: normal';

/**
 * The dead-credential matrix as an HTML table: a row for each credential and channel, a column for each ending that was
 * tried. A cell stands for every way of that kind, and shows the worst.
 */
export function matrixTable(cells: readonly MatrixCell[]): string {
  const endings = keysOf(ENDINGS).filter((ending) => cells.some((cell) => cell.ending === ending));
  const rows = keysOf(CHANNELS).flatMap((channel) => rowsOf(channel, cells));
  const heading = ['Credential', 'Channel', ...endings.map((ending) => `After: ${ENDINGS[ending]}`)]
    .map((text) => `<th scope="col" align="left" style="${CELL}">${escapeHtml(text)}</th>`)
    .join('');
  const body = rows.map(({ credential, channel }) => {
    const own = cells.filter((one) => one.credential === credential && one.channel === channel);
    const tried = endings.map((ending) => cellOf(ending, own)).join('');
    return `<tr><th scope="row" align="left" style="${CELL}">${escapeHtml(credential)}</th><td style="${CELL}">${escapeHtml(CHANNELS[channel])}</td>${tried}</tr>`;
  });
  return `<table style="border-collapse: collapse">\n<thead><tr>${heading}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function rowsOf(
  channel: Channel,
  cells: readonly MatrixCell[],
): { credential: string; channel: Channel }[] {
  const own = cells.filter((cell) => cell.channel === channel).map(({ credential }) => credential);
  return [...new Set(own)].map((credential) => ({ credential, channel }));
}

function cellOf(ending: Ending, cells: readonly MatrixCell[]): string {
  const tried = cells.filter((cell) => cell.ending === ending);
  const worst = WORST_FIRST.map((state) => tried.find((cell) => cell.state === state)).find(
    Boolean,
  );
  if (!worst) return `<td style="${CELL}">not tried</td>`;
  const { sign, colours } = STATES[worst.state];
  const late =
    worst.diedAfterMs === undefined ? '' : `, and died ${String(worst.diedAfterMs)} ms later`;
  return `<td style="${CELL}; ${colours}"><b>${sign} ${worst.state}</b>${late}</td>`;
}

function keysOf<K extends string>(table: Record<K, string>): K[] {
  return Object.keys(table) as K[];
}
