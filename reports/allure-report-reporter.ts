import { rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { generateReport } from './allure/generate-report.ts';
import { OUTPUT_PATHS } from './output-paths.ts';
import { auditRecords, RunLedger } from './run/run-ledger.ts';

/** `--list` runs nothing; the UI runs a test at a time, and a report of each would only hold it up. */
const WITHOUT_REPORT = ['--list', '--ui', '--ui-host', '--ui-port'];

/**
 * Makes the Allure report of an audit and says where it lies. It must be the last reporter, after the one that writes
 * the Allure results. A run without an audit leaves the last audit's report alone.
 */
export default class AllureReportReporter implements Reporter {
  readonly #ledger = new RunLedger();
  readonly #applies = !process.argv.some((word) =>
    WITHOUT_REPORT.includes(word.split('=')[0] ?? word),
  );
  #root = process.cwd();

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#ledger.begin(config, suite);
    this.#root = config.configFile === undefined ? config.rootDir : dirname(config.configFile);
    if (!this.#applies || !this.#ledger.isAudit) return;
    // Two runs must not mix, and a report of the last run must not be taken for one of a run that broke off.
    for (const folder of [OUTPUT_PATHS.allureResults, OUTPUT_PATHS.allureReport]) {
      rmSync(join(this.#root, folder), { recursive: true, force: true });
    }
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#ledger.add(test, result);
  }

  async onEnd(run: FullResult): Promise<{ status?: FullResult['status'] }> {
    const ran = auditRecords(this.#ledger.all()).some(
      ({ status, results }) =>
        status !== 'skipped' || results.some(({ outcome }) => outcome === 'skipped'),
    );
    if (!this.#applies || !ran) return {};
    try {
      const page = await generateReport(this.#root);
      process.stdout.write(`\nReport: ${page} (open it with: npm run report)\n`);
      return {};
    } catch (error) {
      await rm(join(this.#root, OUTPUT_PATHS.allureReport), { recursive: true, force: true });
      const why = error instanceof Error ? error.message : String(error);
      process.stderr.write(
        `\nThe Allure report could not be made; the results above stand, and are in ${OUTPUT_PATHS.findings} too. ${why}\n`,
      );
      return run.status === 'passed' ? { status: 'failed' } : {};
    }
  }
}
