import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { CHECK_IDS, type CheckId } from '../../checks/check-ids.ts';
import type { FlawClassId } from '../../checks/flaw-classes.ts';
import {
  type DiscoveryRecord,
  INCONCLUSIVE_PREFIX,
  type Outcome,
  type VerdictRecord,
} from '../../checks/verdict.ts';
import { type Cost, noCost, readAttachedRecords } from './attached-records.ts';
import { type ProjectFacts, projectFacts, taggedClass } from './project-facts.ts';

/** By this annotation a test may say at its declaration which check it carries out. */
export const CHECK_ANNOTATION = 'check';

/** By this annotation a test says what it left to a later run. */
const PARKED_ANNOTATION = 'parked';

/** `skipped`: the target lacks what the check needs. `not run`: nobody got round to it; never a green. */
export type ResultOutcome = Outcome | 'skipped' | 'not run';

/** From what a reader must see first to what can wait. */
export const OUTCOME_ORDER: readonly ResultOutcome[] = [
  'fail',
  'inconclusive',
  'not run',
  'pass',
  'skipped',
];

export const worstOutcome = (outcomes: readonly ResultOutcome[]): ResultOutcome | undefined =>
  OUTCOME_ORDER.find((outcome) => outcomes.includes(outcome));

/** One check on one target: what a cell of the summary counts and a finding tells. */
export interface CheckResult {
  outcome: ResultOutcome;
  flawClass: FlawClassId | undefined;
  title: string;
  verdict?: VerdictRecord;
  /** Why it is inconclusive, skipped or not run: what happened first, then what to do, a line each. */
  reasons: string[];
}

/** One finished test, as every report needs it: plain data, without Playwright's objects. */
export interface TestRecord {
  id: string;
  project: ProjectFacts;
  /** With the titles of its describe blocks. */
  title: string;
  /** For example `tests/logout/revocation.spec.ts:12`. */
  location: string;
  /** Playwright's own word. */
  status: TestResult['status'];
  /** Whether the status is the expected one. */
  ok: boolean;
  /** Milliseconds. */
  duration: number;
  verdicts: VerdictRecord[];
  cost: Cost;
  discoveries: DiscoveryRecord[];
  results: CheckResult[];
  /** What it left to a later run, in words. */
  parked?: string;
  /** The checks that its declaration names, by annotations of the type `CHECK_ANNOTATION`. */
  declaredChecks: CheckId[];
  /** The errors' messages, without colour, each with the place that it was thrown at where that is known. */
  errors: { message: string; at?: string }[];
}

/** Strips what would drive the reader's terminal: a target's text ends up on the console. */
export const plainText = (text: string): string =>
  stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t]/gu, '');

const skipAnnotation = (
  test: TestCase,
  result: TestResult,
): TestCase['annotations'][number] | undefined =>
  [...result.annotations, ...test.annotations].find(
    ({ type }) => type === 'skip' || type === 'fixme',
  );

/** Markup in a call log can be long. */
const LONGEST_LINE = 200;

/** The lines of an error that speak to a person: its message, up to the call log and the code frame. */
export function messageLines(error: string): string[] {
  const withoutPrefix = error.replace(/^(?:\w*Error: )+/, '').replace(INCONCLUSIVE_PREFIX, '');
  const end = withoutPrefix.search(/\n\s*(?:Call log:|at )/);
  const lines = (end === -1 ? withoutPrefix : withoutPrefix.slice(0, end)).split('\n');
  return [...lines, ...hindrancesIn(withoutPrefix)]
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A time-out says nothing by itself: what was waited for, and what stood in the way, is in the call log. */
function hindrancesIn(error: string): string[] {
  const [, log] = error.split(/\n\s*Call log:/);
  if (log === undefined || !/^.*Timeout \d+ms exceeded/.test(error)) return [];
  const said = [/waiting for .*/, /<.*intercepts pointer events/].map(
    (kind) => kind.exec(log)?.[0],
  );
  return said.filter((line) => line !== undefined).map((line) => line.slice(0, LONGEST_LINE));
}

function reasonsFor(errors: TestRecord['errors'], status: TestResult['status']): string[] {
  const first = errors[0];
  if (first !== undefined) return messageLines(first.message).slice(0, 4);
  return [
    status === 'timedOut'
      ? 'The test ran out of time.'
      : `The test ended as “${status}” and gave no error.`,
  ];
}

function checkResults(
  test: TestCase,
  result: TestResult,
  errors: TestRecord['errors'],
  ok: boolean,
): CheckResult[] {
  const { verdicts, unreadable } = readAttachedRecords(result.attachments);
  const base = { flawClass: taggedClass(test), title: test.title };
  const judged = verdicts.map((verdict): CheckResult => ({
    outcome: verdict.outcome,
    flawClass: verdict.flawClass,
    title: verdict.title,
    verdict,
    reasons: verdict.outcome === 'inconclusive' ? verdict.unresolved : [],
  }));
  if (unreadable.length > 0) judged.push({ ...base, outcome: 'inconclusive', reasons: unreadable });
  const red = judged.some(({ outcome }) => outcome !== 'pass');
  if (result.status === 'skipped') {
    const skip = skipAnnotation(test, result);
    // Playwright also says “skipped” of what it never came to.
    return [
      ...judged,
      skip
        ? { ...base, outcome: 'skipped', reasons: [skip.description ?? 'No reason was given.'] }
        : { ...base, outcome: 'not run', reasons: ['The run ended before this test.'] },
    ];
  }
  if (result.status === 'interrupted' && !red) {
    return [...judged, { ...base, outcome: 'not run', reasons: ['The run was interrupted.'] }];
  }
  if (!ok && !red) {
    return [
      ...judged,
      { ...base, outcome: 'inconclusive', reasons: reasonsFor(errors, result.status) },
    ];
  }
  if (judged.length === 0) {
    // A check that could not be carried out never passes.
    return [
      {
        ...base,
        outcome: 'inconclusive',
        reasons: ['The test ended without a verdict: nothing was judged.'],
      },
    ];
  }
  return judged;
}

/** Describes a finished test. `rootDir` is what locations are told relative to. */
export function testRecord(test: TestCase, result: TestResult, rootDir: string): TestRecord {
  const errors = result.errors.map(({ message, value, location }) => ({
    message: plainText(message ?? value ?? 'An unknown error.'),
    ...(location ? { at: placeIn(rootDir, location) } : {}),
  }));
  const ok = result.status === 'skipped' || result.status === test.expectedStatus;
  const { verdicts, cost, discoveries } = readAttachedRecords(result.attachments);
  const parked = result.annotations.find(({ type }) => type === PARKED_ANNOTATION)?.description;
  return {
    ...identity(test, rootDir),
    ...(parked === undefined ? {} : { parked: plainText(parked) }),
    status: result.status,
    ok,
    duration: result.duration,
    verdicts,
    cost,
    discoveries,
    results: checkResults(test, result, errors, ok),
    errors,
  };
}

/** Describes a test that never started, for example because the doctor failed before it. */
export function unstartedRecord(test: TestCase, rootDir: string, reason: string): TestRecord {
  return {
    ...identity(test, rootDir),
    status: 'skipped',
    ok: true,
    duration: 0,
    verdicts: [],
    cost: noCost(),
    discoveries: [],
    results: [
      { outcome: 'not run', flawClass: taggedClass(test), title: test.title, reasons: [reason] },
    ],
    errors: [],
  };
}

const placeIn = (rootDir: string, { file, line }: { file: string; line: number }): string =>
  `${relative(rootDir, file)}:${line}`;

function identity(
  test: TestCase,
  rootDir: string,
): Pick<TestRecord, 'id' | 'project' | 'title' | 'location' | 'declaredChecks'> {
  return {
    id: test.id,
    project: projectFacts(test.parent.project()),
    title: test.titlePath().slice(3).join(' › '),
    location: placeIn(rootDir, test.location),
    declaredChecks: CHECK_IDS.filter((id) =>
      test.annotations.some(
        ({ type, description }) => type === CHECK_ANNOTATION && description === id,
      ),
    ),
  };
}
