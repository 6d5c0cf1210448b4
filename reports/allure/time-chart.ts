import { span } from '../../checks/idle-timeout/judge-age.ts';
import type { TimeBar } from '../../checks/verdict.ts';
import { escapeHtml } from './html.ts';

/** A claim of years would make everything else a dot: the scale ends at this multiple of the shortest bar of note. */
const LONGEST = 3;
const CERTAIN = 'background: #2f6f9f';
/** Stripes tell it from what is certain without colours, too. */
const UNCERTAIN =
  'background: repeating-linear-gradient(45deg, #c7d6e2, #c7d6e2 4px, #ffffff 4px, #ffffff 8px)';
const CELL = 'padding: 4px 8px; vertical-align: middle; white-space: normal';
/** A time that is broken over lines is hard to compare. */
const WORDS = 'padding: 4px 8px; vertical-align: middle; white-space: nowrap';

/** Bars of time beneath each other, from the same beginning: what is certain is filled, what may be is striped. */
export function timeChart(bars: readonly TimeBar[]): string {
  const [first] = bars;
  if (!first) return '';
  const ends = bars.map(endOf).filter((end) => end <= first.seconds * LONGEST);
  const scale = Math.max(...ends, first.seconds) * 1.15;
  const rows = bars.map((bar) => {
    const certain = Math.min(bar.seconds / scale, 1);
    const atMost = bar.atMostSeconds === 'not known' ? 1 : Math.min(endOf(bar) / scale, 1);
    const parts = [part(certain, CERTAIN), part(atMost - certain, UNCERTAIN)].join('');
    return `<tr><th scope="row" align="left" style="${CELL}">${escapeHtml(bar.name)}</th><td style="${CELL}; width: 50%"><div style="display: flex; height: 14px">${parts}</div></td><td style="${WORDS}">${escapeHtml(inWords(bar, scale))}</td></tr>`;
  });
  return `<table style="border-collapse: collapse; width: 100%">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function endOf({ seconds, atMostSeconds = seconds }: TimeBar): number {
  return atMostSeconds === 'not known' ? seconds : Math.max(seconds, atMostSeconds);
}

function part(share: number, style: string): string {
  return share <= 0 ? '' : `<div style="width: ${(share * 100).toFixed(1)}%; ${style}"></div>`;
}

function inWords({ seconds, atMostSeconds }: TimeBar, scale: number): string {
  const beyond = seconds > scale ? ' →' : '';
  if (atMostSeconds === undefined) return `${span(seconds)}${beyond}`;
  if (atMostSeconds === 'not known')
    return seconds === 0 ? 'no end stated' : `${span(seconds)} or longer`;
  return `between ${span(seconds)} and ${span(atMostSeconds)}`;
}
