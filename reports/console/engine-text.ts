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

interface Spent {
  title: string;
  milliseconds: number;
  logins: number;
  replays: number;
}

/** What each check spent on all targets together, the slowest first: wall time, logins, replays. */
export function costsText(records: readonly TestRecord[], screen: Screen): string[] {
  const byTitle = new Map<string, Spent>();
  for (const { title, duration: milliseconds, status, cost } of records) {
    if (milliseconds === 0 || status === 'skipped') continue;
    const spent = byTitle.get(title) ?? { title, milliseconds: 0, logins: 0, replays: 0 };
    spent.milliseconds += milliseconds;
    spent.logins += cost.logins;
    spent.replays += cost.replays;
    byTitle.set(title, spent);
  }
  if (byTitle.size < 2) return [];
  const paint = paintFor(screen);
  const lines = [...byTitle.values()]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .map(({ title, milliseconds, logins, replays }) => {
      const numbers = [
        duration(milliseconds).padStart(8),
        String(logins).padStart(6),
        String(replays).padStart(7),
      ];
      return paint(clip(`${numbers.join(' ')}  ${title}`, screen.width), 'dim');
    });
  return ['', paint('    time logins replays  by check', 'bold'), ...lines];
}

/** Where the dead-credential matrix lies. */
export function matrixText(records: readonly TestRecord[], screen: Screen): string[] {
  if (cellsByTarget(records).size === 0) return [];
  return [paintFor(screen)(`Dead-credential matrix: ${OUTPUT_PATHS.matrix}`, 'dim')];
}
