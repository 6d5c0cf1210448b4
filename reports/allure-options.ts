import { Status, type TestResult } from 'allure-js-commons';
import type { AllureResultsOptions } from './allure-results-reporter.ts';
import { OUTPUT_PATHS } from './output-paths.ts';
import type { ResultOutcome } from './run/test-record.ts';

/** The label that carries our outcome into a result of Allure. */
export const OUTCOME_LABEL = 'outcome';

const STATUSES: Record<ResultOutcome, Status> = {
  fail: Status.FAILED,
  inconclusive: Status.BROKEN,
  'not run': Status.SKIPPED,
  pass: Status.PASSED,
  skipped: Status.SKIPPED,
};

const isOutcome = (value: string | undefined): value is ResultOutcome =>
  value !== undefined && Object.hasOwn(STATUSES, value);

/**
 * Gives a result the status of its outcome: `failed` for a flaw and for nothing else, `broken` for what could not be
 * judged. Allure by itself says `failed` for every error that a test throws.
 */
export function setStatus(
  result: Pick<TestResult, 'labels'> & { status?: Status | undefined },
): void {
  const outcome = result.labels.find(({ name }) => name === OUTCOME_LABEL)?.value;
  if (isOutcome(outcome)) result.status = STATUSES[outcome];
  else if (result.status === Status.FAILED) result.status = Status.BROKEN;
}

/** The target's name says it already. Hidden and not left out: it keeps apart the histories of one test on two targets. */
function hideProject(result: Pick<TestResult, 'parameters'>): void {
  for (const parameter of result.parameters)
    if (parameter.name === 'Project') parameter.mode = 'hidden';
}

/** Headings of the report's list of problems. */
export const CATEGORIES = [
  { name: 'Flaws of the product', matchedStatuses: [Status.FAILED] },
  { name: 'Inconclusive: could not be judged', matchedStatuses: [Status.BROKEN] },
];

/**
 * Options of the Allure results reporter.
 *
 * @param environment Names and values for the report's table of the environment, besides Node's version and the platform.
 */
export function allureOptions(environment: Record<string, string> = {}): AllureResultsOptions {
  return {
    resultsDir: OUTPUT_PATHS.allureResults,
    // With details, a step is named after what was typed: passwords.
    detail: false,
    suiteTitle: false,
    environmentInfo: {
      ...environment,
      Node: process.version,
      Platform: `${process.platform} ${process.arch}`,
    },
    listeners: [
      {
        beforeTestResultWrite: (result) => {
          setStatus(result);
          hideProject(result);
        },
      },
    ],
  };
}
