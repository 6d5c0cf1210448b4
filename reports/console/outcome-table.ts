import { FLAW_CLASSES } from '../../checks/flaw-classes.ts';
import { isFlawClass } from '../run/project-facts.ts';
import type { LocatedResult } from '../run/run-ledger.ts';
import { type ResultOutcome, worstOutcome } from '../run/test-record.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { type Ink, paintFor, type Screen } from './screen.ts';
import { wrap } from './text-layout.ts';

const GAP = 2;
const NO_CHECK = '–';
/** Columns; a longer word of a target's name is cut. */
const LONGEST_WORD = 18;
const CLASSES = Object.keys(FLAW_CLASSES).filter(isFlawClass);

interface Cell {
  text: string;
  ink: Ink[];
}

/** The worst outcome among results, and how many had it. */
function cellOf(results: readonly ResultOutcome[]): Cell {
  const worst = worstOutcome(results);
  if (worst === undefined) return { text: NO_CHECK, ink: ['dim'] };
  const { sign, word, ink } = OUTCOME_WORDS[worst];
  const number = results.filter((outcome) => outcome === worst).length;
  return { text: `${sign} ${word} ${number}`, ink };
}

/**
 * The table of an audit: the eight classes down, a column for each target, in each cell the worst outcome and how many
 * checks had it. Where the columns do not fit, each target gets a table of its own.
 */
export function outcomeTable(results: readonly LocatedResult[], screen: Screen): string[] {
  const targets = [...new Set(results.map(({ test }) => test.project.target))];
  const titleWidth = Math.max(...CLASSES.map((id) => FLAW_CLASSES[id].title.length));
  const columns = targets.map((target) => {
    const ofTarget = results.filter(({ test }) => test.project.target === target);
    const cells = CLASSES.map((id) =>
      cellOf(
        ofTarget
          .filter(({ result }) => result.flawClass === id)
          .map(({ result }) => result.outcome),
      ),
    );
    // Headings break at spaces only, as far as that is possible.
    const words = target.split(' ').map((word) => Math.min(word.length, LONGEST_WORD));
    return {
      target,
      cells,
      cellWidth: Math.max(...words, ...cells.map(({ text }) => text.length)),
    };
  });

  const cellsOnly = columns.reduce((sum, { cellWidth }) => sum + GAP + cellWidth, titleWidth);
  if (cellsOnly > screen.width && targets.length > 1) {
    return columns.flatMap(({ target }, index) => [
      ...(index === 0 ? [] : ['']),
      ...outcomeTable(
        results.filter(({ test }) => test.project.target === target),
        screen,
      ),
    ]);
  }

  const paint = paintFor(screen);
  // A long target name breaks into several lines of heading before it pushes its neighbours off the screen.
  const spare = Math.floor((screen.width - cellsOnly) / columns.length);
  const headings = columns.map(({ target, cellWidth }) =>
    wrap(target, cellWidth + Math.max(0, spare)),
  );
  const widths = columns.map(({ cellWidth }, index) =>
    Math.max(cellWidth, ...(headings[index] ?? []).map((line) => line.length)),
  );
  const headingLines = Math.max(...headings.map((lines) => lines.length));
  const pad = (text: string, index: number): string =>
    ' '.repeat(GAP) + text.padEnd(widths[index] ?? 0);
  const heading = Array.from({ length: headingLines }, (_, line) => {
    const words = headings.map((lines, index) =>
      pad(lines[line + lines.length - headingLines] ?? '', index),
    );
    return paint((' '.repeat(titleWidth) + words.join('')).trimEnd(), 'bold');
  });
  const rule = paint(
    '─'.repeat(titleWidth + widths.reduce((sum, width) => sum + GAP + width, 0)),
    'dim',
  );
  const rows = CLASSES.map((id, row) => {
    const cells = columns.map(({ cells: column }, index) => {
      const { text, ink }: Cell = column[row] ?? { text: NO_CHECK, ink: [] };
      const padding = ' '.repeat(
        index === columns.length - 1 ? 0 : (widths[index] ?? 0) - text.length,
      );
      return ' '.repeat(GAP) + paint(text, ...ink) + padding;
    });
    return FLAW_CLASSES[id].title.padEnd(titleWidth) + cells.join('');
  });
  return [...heading, rule, ...rows];
}
