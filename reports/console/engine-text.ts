import { cellsByTarget } from '../dead-credentials/cells-by-target.ts';
import { OUTPUT_PATHS } from '../output-paths.ts';
import type { TestRecord } from '../run/test-record.ts';
import { paintFor, type Screen } from './screen.ts';
import { clip, duration, wrap } from './text-layout.ts';

/** By what each chatbot was found to know a person, as the doctor found it. */
export function discoveryText(records: readonly TestRecord[], screen: Screen): string[] {
  const paint = paintFor(screen);
  return records
    .flatMap(({ discoveries }) => discoveries)
    .flatMap(({ target, sets, trials }) => [
      '',
      paint(`What opens a conversation of ${target} (${trials} requests to find out)`, 'bold'),
      ...sets.flatMap((set) =>
        wrap(set, screen.width - 4).map((line, index) => `  ${index === 0 ? '•' : ' '} ${line}`),
      ),
    ]);
}

/** What each check spent, the slowest first: wall time, logins, replays. */
export function costsText(records: readonly TestRecord[], screen: Screen): string[] {
  const ran = records
    .filter(({ duration: spent, status }) => spent > 0 && status !== 'skipped')
    .sort((a, b) => b.duration - a.duration);
  if (ran.length < 2) return [];
  const paint = paintFor(screen);
  const lines = ran.map(({ title, project, duration: spent, cost }) => {
    const numbers = `${duration(spent).padStart(8)} ${String(cost.logins).padStart(4)} ${String(cost.replays).padStart(5)}`;
    return paint(clip(`${numbers}  ${title} (${project.target})`, screen.width), 'dim');
  });
  return ['', paint('    time logins replays, by check', 'bold'), ...lines];
}

/** Where the dead-credential matrix lies. */
export function matrixText(records: readonly TestRecord[], screen: Screen): string[] {
  if (cellsByTarget(records).size === 0) return [];
  return [paintFor(screen)(`Dead-credential matrix: ${OUTPUT_PATHS.matrix}`, 'dim')];
}
