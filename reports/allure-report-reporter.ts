import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { generateReport, removeEarlierReport } from './allure/generate-report.ts';
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

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#ledger.begin(config, suite);
    if (!this.#applies || !this.#ledger.isAudit) return;
    removeEarlierReport(this.#ledger.rootDir);
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
      const page = await generateReport(this.#ledger.rootDir);
      process.stdout.write(`\nReport: ${page} (open it with: npm run report)\n`);
      return {};
    } catch (error) {
      await rm(join(this.#ledger.rootDir, OUTPUT_PATHS.allureReport), {
        recursive: true,
        force: true,
      });
      const why = error instanceof Error ? error.message : String(error);
      process.stderr.write(
        `\nThe Allure report could not be made; the results above stand, and are in ${OUTPUT_PATHS.findings} too. ${why}\n`,
      );
      return run.status === 'passed' ? { status: 'failed' } : {};
    }
  }
}
