/** Where generated files go, relative to the folder of the Playwright configuration. Git ignores the whole folder. */
export const OUTPUT_PATHS = {
  folder: 'reports/out',
  allureResults: 'reports/out/allure-results',
  allureReport: 'reports/out/allure-report',
  /** What people open. */
  allurePage: 'reports/out/allure-report/index.html',
  /** One JSON line a run; outlives the runs, so that the report can show a trend. */
  allureHistory: 'reports/out/allure-history.jsonl',
  findings: 'reports/out/findings.json',
} as const;
