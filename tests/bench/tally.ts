/** What one run found of one story, as `findings.json` says it. */
export interface RunResult {
  project: string;
  /** The story's title. */
  test: string;
  outcome: string;
  reasons: readonly string[];
}

/** What all runs found of one story. */
export interface Tally {
  project: string;
  test: string;
  /** For example `pass ×10`, or `pass ×9, inconclusive ×1 (run 7: no answer came)`. */
  outcomes: string;
  /** Whether every run found the same; a run that found nothing of it did not. */
  same: boolean;
}

/** A story that a run did not come to has found nothing. */
const NOTHING = 'nothing';

/** Puts beside each other what the runs found, story by story, in the order in which the first run met them. */
export function tally(runs: readonly (readonly RunResult[])[]): Tally[] {
  const stories = new Map(runs.flat().map((result) => [keyOf(result), result]));
  return [...stories].map(([key, { project, test }]) => {
    const found = runs.map((run) => of(run.filter((result) => keyOf(result) === key)));
    const outcomes = [...new Set(found.map(({ outcome }) => outcome))];
    const words = outcomes.map((outcome) => {
      const times = `${outcome} ×${found.filter((one) => one.outcome === outcome).length}`;
      const first = found.findIndex((one) => one.outcome === outcome);
      const [reason] = found[first]?.reasons ?? [];
      return reason === undefined ? times : `${times} (run ${first + 1}: ${reason})`;
    });
    return { project, test, outcomes: words.join(', '), same: outcomes.length === 1 };
  });
}

const keyOf = ({ project, test }: RunResult): string => `${project} ${test}`;

/** A story that judges several checks has an outcome of each. */
function of(results: readonly RunResult[]): Pick<RunResult, 'outcome' | 'reasons'> {
  const outcome = results.map((each) => each.outcome).join(' + ');
  return { outcome: outcome || NOTHING, reasons: results.flatMap(({ reasons }) => reasons) };
}
