import { ConfigurationError } from '../checks/configuration-error.ts';
import { REPORT_NAME } from '../checks/report-name.ts';

/**
 * Where generated files go, relative to the folder of the Playwright configuration. Git ignores the whole folder.
 *
 * `REPORT_NAME` in the environment keeps the reports of several chatbots apart: each goes to a folder of that name.
 *
 * @throws ConfigurationError when the name cannot be a folder's
 */
export function outputPaths(environment: NodeJS.ProcessEnv) {
  const name = environment['REPORT_NAME'] ?? '';
  if (name !== '' && !REPORT_NAME.pattern.test(name)) {
    throw new ConfigurationError('The reports have no place to go:', [
      `REPORT_NAME: “${name}” cannot be a folder’s name; use ${REPORT_NAME.rule}`,
    ]);
  }
  const folder = name === '' ? 'reports/out' : `reports/out/${name}`;
  return {
    folder,
    allureResults: `${folder}/allure-results`,
    allureReport: `${folder}/allure-report`,
    /** What people open. */
    allurePage: `${folder}/allure-report/index.html`,
    /** One JSON line a run; outlives the runs, so that the report can show a trend. */
    allureHistory: `${folder}/allure-history.jsonl`,
    findings: `${folder}/findings.json`,
    /** The dead-credential matrix, as a page. */
    matrix: `${folder}/dead-credentials.html`,
    /** What every flaw did to every check, as Markdown. */
    proofMatrix: `${folder}/proof-matrix.md`,
    /** The same as data, to which the next run adds. */
    proofCells: `${folder}/proof-cells.json`,
    /** Playwright's own files: what failed tests leave. */
    playwright: `${folder}/playwright`,
  } as const;
}

export const OUTPUT_PATHS = outputPaths(process.env);
