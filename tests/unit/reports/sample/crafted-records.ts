import type { CheckId } from '../../../../checks/check-ids.ts';
import { CHECK_CLASSES } from '../../../../checks/check-ids.ts';
import type { VerdictRecord } from '../../../../checks/verdict.ts';
import type { ProjectFacts } from '../../../../reports/run/project-facts.ts';
import type { CheckResult, TestRecord } from '../../../../reports/run/test-record.ts';
import { verdict } from './crafted-verdicts.ts';

export const audit = (target: string): ProjectFacts => ({
  name: target.replace(/\W+/g, '-'),
  kind: 'audit',
  target,
  breaks: [],
});

export const proof = (flaw: string, breaks: CheckId[]): ProjectFacts => ({
  name: `flaw-${flaw}`,
  kind: 'proof',
  target: 'reference (cookie)',
  flaw,
  breaks,
});

/** A passed test without verdicts, unless told otherwise. */
export const record = (project: ProjectFacts, overrides: Partial<TestRecord> = {}): TestRecord => ({
  id: `${project.name} ${overrides.title ?? ''} ${overrides.location ?? ''}`,
  project,
  title: 'Signing out revokes every credential that was in use',
  location: 'tests/logout/revocation.spec.ts:7',
  status: 'passed',
  ok: true,
  duration: 1200,
  verdicts: [],
  cost: { logins: 0, replays: 0, waitedMs: 0 },
  discoveries: [],
  results: [],
  declaredChecks: [],
  errors: [],
  ...overrides,
});

/** A test that judged, with its result as the ledger derives it. */
export function judged(project: ProjectFacts, given: VerdictRecord): TestRecord {
  const result: CheckResult = {
    outcome: given.outcome,
    flawClass: given.flawClass,
    title: given.title,
    verdict: given,
    reasons: given.unresolved,
  };
  const ok = project.kind === 'proof' || given.outcome === 'pass';
  return record(project, {
    title: given.title,
    verdicts: [given],
    results: [result],
    ok,
    status: ok ? 'passed' : 'failed',
  });
}

/** A test that gave no verdict. */
export const unjudged = (
  project: ProjectFacts,
  check: CheckId,
  outcome: 'skipped' | 'not run' | 'inconclusive',
  reasons: string[],
): TestRecord =>
  record(project, {
    status: outcome === 'inconclusive' ? 'failed' : 'skipped',
    ok: outcome !== 'inconclusive',
    results: [{ outcome, flawClass: CHECK_CLASSES[check], title: verdict(check).title, reasons }],
  });
