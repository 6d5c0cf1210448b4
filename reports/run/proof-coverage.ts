import { CHECK_CLASSES, type CheckId } from '../../checks/check-ids.ts';
import type { ProjectFacts } from './project-facts.ts';
import type { TestRecord } from './test-record.ts';

/** A flaw and a check that it must break. */
export interface ProofPair {
  project: string;
  flaw: string;
  check: CheckId;
}

export interface ProofCoverage {
  /** Pairs that this run was bound to show. */
  demanded: ProofPair[];
  /** The demanded pairs that it did not show, each with what was seen instead. */
  missing: (ProofPair & { why: string })[];
}

/**
 * Says which declared pairs of flaw and check were really seen with the outcome `fail`.
 *
 * A proof project without a verdict for a check proves nothing, however green its tests: a test that was renamed away,
 * skipped or that died early must not count. Where tests were left out on purpose (`filtered`), only what was selected
 * can be demanded.
 */
export function proofCoverage(
  records: readonly TestRecord[],
  { filtered }: { filtered: boolean },
): ProofCoverage {
  const coverage: ProofCoverage = { demanded: [], missing: [] };
  const checksByPlace = checksSeenByPlace(records);
  const checksOf = (record: TestRecord): ReadonlySet<CheckId> =>
    new Set([...record.declaredChecks, ...(checksByPlace.get(placeOf(record)) ?? [])]);

  for (const { name: project, kind, flaw, breaks } of projectsOf(records)) {
    if (kind !== 'proof' || flaw === undefined) continue;
    const tests = records.filter((record) => record.project.name === project);
    for (const check of breaks) {
      const carriers = tests.filter((test) => mayCarryOut(test, check, checksOf(test)));
      if (filtered && carriers.length === 0) continue;
      const pair = { project, flaw, check };
      coverage.demanded.push(pair);
      const seen = tests
        .flatMap(({ verdicts }) => verdicts)
        .filter((verdict) => verdict.check === check);
      const shown = seen.some(({ outcome, proof }) => outcome === 'fail' && proof?.flaw === flaw);
      if (!shown)
        coverage.missing.push({
          ...pair,
          why: whatHappened(
            carriers,
            seen.map(({ outcome }) => outcome),
          ),
        });
    }
  }
  return coverage;
}

const projectsOf = (records: readonly TestRecord[]): Iterable<ProjectFacts> =>
  new Map(records.map(({ project }) => [project.name, project])).values();

const placeOf = ({ location, title }: TestRecord): string => `${location} ${title}`;

/** The same test runs in many projects: a verdict in one tells what it checks in all. */
function checksSeenByPlace(records: readonly TestRecord[]): Map<string, Set<CheckId>> {
  const seen = new Map<string, Set<CheckId>>();
  for (const record of records) {
    const place = placeOf(record);
    const checks = seen.get(place) ?? new Set<CheckId>();
    for (const { check } of record.verdicts) checks.add(check);
    seen.set(place, checks);
  }
  return seen;
}

/** A test of which nothing is known, but whose tag is the check's class, may be the one that is looked for. */
function mayCarryOut(test: TestRecord, check: CheckId, known: ReadonlySet<CheckId>): boolean {
  if (known.size > 0) return known.has(check);
  return test.results.some(({ flawClass }) => flawClass === CHECK_CLASSES[check]);
}

function whatHappened(carriers: readonly TestRecord[], outcomes: readonly string[]): string {
  if (outcomes.length > 0) return `its verdict was ${[...new Set(outcomes)].join(', ')}`;
  const [carrier] = carriers;
  if (carrier === undefined) return 'no test of it was selected';
  const reason = carrier.results.find(({ reasons }) => reasons.length > 0)?.reasons[0];
  const state = carrier.status === 'skipped' ? 'was skipped' : 'gave no verdict';
  return `its test ${state}${reason === undefined ? '' : `: ${reason}`}`;
}
