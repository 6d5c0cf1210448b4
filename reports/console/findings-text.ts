import { FLAW_CLASSES } from '../../checks/flaw-classes.ts';
import type { Observation, VerdictRecord } from '../../checks/verdict.ts';
import type { LocatedResult } from '../run/run-ledger.ts';
import type { ResultOutcome, TestRecord } from '../run/test-record.ts';
import { plainText } from '../run/test-record.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { paintFor, type Screen } from './screen.ts';
import { entry, wrap } from './text-layout.ts';

/** More evidence than this is left to the report. */
const SHOWN_OBSERVATIONS = 3;
const INDENT = 2;
const NAME_WIDTH = 13;

const byOutcome = (results: readonly LocatedResult[], wanted: ResultOutcome): LocatedResult[] =>
  results.filter(({ result }) => result.outcome === wanted);

function headed(title: string, blocks: readonly string[][], screen: Screen): string[] {
  if (blocks.length === 0) return [];
  const heading = wrap(title, screen.width).map((line) => paintFor(screen)(line, 'bold'));
  return ['', ...heading, ...blocks.flatMap((block) => ['', ...block])];
}

interface Finding {
  outcome: ResultOutcome;
  title: string;
  /** What follows the targets: class, severity. */
  kind: string[];
  lines: { name: string; text: string }[];
  /** Unwrapped at the end: a command that must survive being copied. */
  command?: (tests: readonly TestRecord[]) => string;
}

/** A sign and a title, then where it was, then named lines. The same finding on several targets is told once. */
function findingBlocks(
  found: readonly { finding: Finding; test: TestRecord }[],
  screen: Screen,
): string[][] {
  const merged = new Map<string, { finding: Finding; tests: TestRecord[] }>();
  for (const { finding, test } of found) {
    const key = JSON.stringify(finding);
    const same = merged.get(key) ?? { finding, tests: [] };
    same.tests.push(test);
    merged.set(key, same);
  }
  return [...merged.values()].map(({ finding, tests }) => {
    const paint = paintFor(screen);
    const { sign, ink } = OUTCOME_WORDS[finding.outcome];
    const targets = [...new Set(tests.map(({ project }) => project.target))].join(', ');
    const [first = '', ...rest] = wrap(plainText(finding.title), screen.width - INDENT);
    return [
      paint(`${sign} ${first}`, ...ink),
      ...rest.map((line) => paint(' '.repeat(INDENT) + line, ...ink)),
      ...wrap([targets, ...finding.kind].join(' · '), screen.width - INDENT).map((line) =>
        paint(' '.repeat(INDENT) + line, 'dim'),
      ),
      ...finding.lines.flatMap(({ name, text }) => {
        const laid = entry(name, plainText(text), {
          width: screen.width,
          indent: INDENT,
          nameWidth: NAME_WIDTH,
        });
        return [paint(laid.name, 'dim') + laid.first, ...laid.rest];
      }),
      ...(finding.command
        ? [
            ' '.repeat(INDENT) +
              paint('Try again'.padEnd(NAME_WIDTH), 'dim') +
              finding.command(tests),
          ]
        : []),
    ];
  });
}

const classTitle = ({ result }: LocatedResult): string[] =>
  result.flawClass === undefined ? [] : [FLAW_CLASSES[result.flawClass].title];

/** Each flaw with its evidence, its consequence and its fix. */
export function flawsText(results: readonly LocatedResult[], screen: Screen): string[] {
  const found = byOutcome(results, 'fail').map((located) => {
    const { verdict, title } = located.result;
    const flaws = verdict?.flaws ?? [];
    const more = flaws.length - SHOWN_OBSERVATIONS;
    const finding: Finding = {
      outcome: 'fail',
      title,
      kind: [...classTitle(located), ...(verdict ? [verdict.severity] : [])],
      lines: [
        ...flaws.slice(0, SHOWN_OBSERVATIONS).map(({ summary }, index) => ({
          name: index === 0 ? 'Evidence' : '',
          text:
            index === SHOWN_OBSERVATIONS - 1 && more > 0
              ? `${summary} (and ${more} more in the report)`
              : summary,
        })),
        ...(verdict
          ? [
              { name: 'Consequence', text: verdict.consequence },
              { name: 'Fix', text: verdict.fix },
            ]
          : []),
        ...(verdict?.unresolved ?? []).map((text) => ({ name: 'Not judged', text })),
      ],
    };
    return { finding, test: located.test };
  });
  return headed('Flaws', findingBlocks(found, screen), screen);
}

const quoted = (name: string): string => (/[^\w./-]/.test(name) ? `"${name}"` : name);

const commandFor = (tests: readonly TestRecord[]): string => {
  const locations = new Set(tests.map(({ location }) => location));
  const projects = new Set(tests.map(({ project }) => `--project=${quoted(project.name)}`));
  return ['npx playwright test', ...locations, ...projects].join(' ');
};

/** Each check that could not be carried out, why, what to do about it, and how to try it again alone. */
export function inconclusiveText(results: readonly LocatedResult[], screen: Screen): string[] {
  const found = byOutcome(results, 'inconclusive').map((located) => {
    const { verdict, title, reasons } = located.result;
    // A verdict gives reasons of equal weight; an error's message first says what happened, then what to do.
    const [happened = 'No reason was given.', ...then] = reasons;
    const finding: Finding = {
      outcome: 'inconclusive',
      title,
      kind: classTitle(located),
      lines: verdict
        ? reasons.map((text, index) => ({ name: index === 0 ? 'Reason' : '', text }))
        : [
            { name: 'Reason', text: happened },
            ...then.map((text, index) => ({ name: index === 0 ? 'Mend' : '', text })),
          ],
      command: commandFor,
    };
    return { finding, test: located.test };
  });
  return headed(
    'Inconclusive: these could not be judged, and count as red',
    findingBlocks(found, screen),
    screen,
  );
}

/** What was skipped or never started, grouped by its reason. */
export function leftOutText(results: readonly LocatedResult[], screen: Screen): string[] {
  const groups = new Map<
    string,
    { outcome: ResultOutcome; reason: string; titles: Map<string, Set<string>> }
  >();
  for (const { result, test } of results) {
    if (result.outcome !== 'skipped' && result.outcome !== 'not run') continue;
    const reason = result.reasons.join(' ');
    const key = `${result.outcome} ${reason}`;
    const group = groups.get(key) ?? {
      outcome: result.outcome,
      reason,
      titles: new Map<string, Set<string>>(),
    };
    const targets = group.titles.get(result.title) ?? new Set<string>();
    groups.set(key, group);
    group.titles.set(result.title, targets.add(test.project.target));
  }
  const blocks = [...groups.values()].map(({ outcome, reason, titles }) => {
    const paint = paintFor(screen);
    const [first = '', ...rest] = wrap(plainText(reason), screen.width - INDENT);
    return [
      `${OUTCOME_WORDS[outcome].sign} ${first}`,
      ...rest.map((line) => ' '.repeat(INDENT) + line),
      ...[...titles].flatMap(([title, targets]) =>
        wrap(`${plainText(title)} (${[...targets].join(', ')})`, screen.width - 2 * INDENT).map(
          (line, index) => paint(' '.repeat(index === 0 ? INDENT : 2 * INDENT) + line, 'dim'),
        ),
      ),
    ];
  });
  const isShort = [...groups.values()].some(({ outcome }) => outcome === 'not run');
  return headed(isShort ? 'Skipped, or not run' : 'Skipped', blocks, screen);
}

/** Hardening that a standard recommends: told, and failing nothing. */
export const adviceText = (results: readonly LocatedResult[], screen: Screen): string[] =>
  toldText('Advice: fails nothing', results, ({ advice }) => advice, screen);

/** What checks measured, whatever they made of it. */
export const measuredText = (results: readonly LocatedResult[], screen: Screen): string[] =>
  toldText('Measured', results, ({ measured = [] }) => measured, screen);

/** One line for each thing told, with the targets that it was told of. */
function toldText(
  heading: string,
  results: readonly LocatedResult[],
  of: (verdict: VerdictRecord) => readonly Observation[],
  screen: Screen,
): string[] {
  const told = new Map<string, Set<string>>();
  for (const { result, test } of results) {
    for (const { summary } of result.verdict ? of(result.verdict) : []) {
      told.set(summary, (told.get(summary) ?? new Set<string>()).add(test.project.target));
    }
  }
  const lines = [...told].flatMap(([summary, targets]) =>
    wrap(`${plainText(summary)} (${[...targets].join(', ')})`, screen.width - INDENT).map(
      (line, index) => (index === 0 ? `• ${line}` : ' '.repeat(INDENT) + line),
    ),
  );
  return headed(heading, lines.length === 0 ? [] : [lines], screen);
}
