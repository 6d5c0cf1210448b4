import { FLAW_CLASSES } from '../../checks/flaw-classes.ts';
import type { ExchangeRecord, Observation, Outcome, VerdictRecord } from '../../checks/verdict.ts';
import { matrixTable } from '../dead-credentials/matrix-table.ts';
import { escapeHtml, safeLink } from './html.ts';
import { timeChart } from './time-chart.ts';

const HEADLINES: Record<Outcome, (record: VerdictRecord) => string> = {
  fail: (record) =>
    `<b>Flaw.</b> ${escapeHtml(record.target)} does not hold this property: ${escapeHtml(sentence(record.title))}`,
  pass: (record) =>
    `<b>Held.</b> ${escapeHtml(record.target)} holds this property, and the controls show that the check could have seen otherwise: ${escapeHtml(sentence(record.title))}`,
  inconclusive: (record) =>
    `<b>Inconclusive.</b> Whether ${escapeHtml(record.target)} holds this property could not be judged: ${escapeHtml(sentence(record.title))}`,
};

const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

const section = (title: string, html: string): string =>
  html === '' ? '' : `<h3>${title}</h3>\n${html}\n`;

const paragraph = (text: string): string =>
  text === '' ? '' : `<p>${withCode(sentence(text))}</p>`;

/** Names in back-ticks as code. What a target said has none of its own: these are the catalogue's texts. */
const withCode = (text: string): string =>
  escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;

/** Allure keeps table cells on one line and lets wide tables scroll; on a narrow screen the right half would be missed. */
const WRAPPED = 'white-space: normal; overflow-wrap: anywhere; vertical-align: top';

const cells = (contents: readonly string[]): string =>
  `<tr>${contents.map((content) => `<td style="${WRAPPED}">${content}</td>`).join('')}</tr>`;

const code = (text: string): string =>
  `<code style="white-space: pre-wrap; overflow-wrap: anywhere">${escapeHtml(text)}</code>`;

function observation({ summary, facts, times = [] }: Observation): string {
  const items = Object.entries(facts ?? {}).map(
    ([name, value]) => `${escapeHtml(name)}: ${code(value)}`,
  );
  return `<p>${escapeHtml(sentence(summary))}</p>\n${list(items)}${timeChart(times)}`;
}

/** What was asked, in what order, and whether the canary came back: control, attack, control. */
function exchangeTable(exchanges: readonly ExchangeRecord[]): string {
  const [first] = exchanges;
  if (first === undefined) return '';
  const rows = exchanges.map((exchange) => {
    const after = ((exchange.startedAt - first.startedAt) / 1000).toFixed(1);
    return cells([
      `${labelOf(exchange)}, at ${after} s<br>${code(`${exchange.method} ${requestTarget(exchange.url)}`)}`,
      exchange.status === 0 ? escapeHtml(exchange.error ?? 'no answer') : String(exchange.status),
      exchange.canarySeen ? '<b>seen</b>' : 'not seen',
    ]);
  });
  const heading = ['Exchange', 'Answer', 'Canary']
    .map((name) => `<th align="left">${name}</th>`)
    .join('');
  return `<table>\n<thead><tr>${heading}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** Controls only frame what counts: the rest stands out. */
const labelOf = ({ label }: ExchangeRecord): string =>
  /^control\b/i.test(label) ? escapeHtml(label) : `<b>${escapeHtml(label)}</b>`;

/** The path and query of an address; the whole where it is no address. */
function requestTarget(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** A finding on one page of HTML, for the description of a test in Allure. Everything that came from a target is escaped. */
export function findingPage(record: VerdictRecord): string {
  const flawClass = FLAW_CLASSES[record.flawClass];
  const isFlaw = record.outcome === 'fail';
  return [
    // Addresses are long words, and the page may be read on a narrow screen.
    '<div style="overflow-wrap: anywhere">\n',
    `<p>${HEADLINES[record.outcome](record)}</p>\n`,
    section(
      'What could not be judged',
      list(record.unresolved.map((reason) => escapeHtml(sentence(reason)))),
    ),
    section('Measured', (record.measured ?? []).map(observation).join('\n')),
    section(
      'Evidence',
      [...record.flaws.map(observation), exchangeTable(record.exchanges)]
        .filter((html) => html !== '')
        .join('\n'),
    ),
    section('Dead credentials', record.cells?.length ? matrixTable(record.cells) : ''),
    // Cause, consequence and fix of a flaw that is not there would be read as if it were.
    !isFlaw ? '' : section('Cause', paragraph(record.cause)),
    !isFlaw ? '' : section('Consequence', paragraph(record.consequence)),
    !isFlaw ? '' : section('Fix', paragraph(record.fix)),
    section('Advice', record.advice.map(observation).join('\n')),
    section('Class', `<p>${escapeHtml(flawClass.title)}: ${escapeHtml(flawClass.flaw)}.</p>`),
    section(
      'Standards',
      list(
        record.standards.map(({ id, title, url }) => {
          const link = safeLink(url);
          const name = `<b>${escapeHtml(id)}</b>`;
          return `${link === undefined ? name : `<a href="${escapeHtml(link)}" target="_blank" rel="noopener noreferrer">${name}</a>`} ${escapeHtml(title)}`;
        }),
      ),
    ),
    '</div>\n',
  ].join('');
}
