import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { matrixPage } from './dead-credentials/matrix-page.ts';
import { cellsByTarget } from './dead-credentials/cells-by-target.ts';
import { OUTPUT_PATHS } from './output-paths.ts';
import { auditRecords, isFailedDoctor, locatedResults, RunLedger } from './run/run-ledger.ts';

/** Writes all that an audit found as one JSON file, for programs, and the dead-credential matrix as a page, for people. */
export default class FindingsReporter implements Reporter {
  readonly #ledger = new RunLedger();
  #file = '';
  #matrix = '';

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#ledger.begin(config, suite);
    this.#file = join(this.#ledger.rootDir, OUTPUT_PATHS.findings);
    this.#matrix = join(this.#ledger.rootDir, OUTPUT_PATHS.matrix);
    if (this.#writes) for (const file of [this.#file, this.#matrix]) rmSync(file, { force: true });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#ledger.add(test, result);
  }

  onEnd(run: FullResult): Promise<void> {
    if (this.#writes) {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(this.#file, `${JSON.stringify(this.#findings(run), null, 2)}\n`);
      const cells = cellsByTarget(this.#ledger.all());
      if (cells.size > 0) writeFileSync(this.#matrix, matrixPage(cells));
    }
    return Promise.resolve();
  }

  get #writes(): boolean {
    return this.#ledger.isAudit && !process.argv.includes('--list');
  }

  #findings(run: FullResult) {
    const records = this.#ledger.all();
    const audited = auditRecords(records);
    return {
      schema: 1,
      startedAt: run.startTime.toISOString(),
      /** Milliseconds. */
      duration: run.duration,
      status: run.status,
      logins: records.reduce((sum, { cost }) => sum + cost.logins, 0),
      replays: records.reduce((sum, { cost }) => sum + cost.replays, 0),
      waitedMs: records.reduce((sum, { cost }) => sum + cost.waitedMs, 0),
      refused: records.filter(isFailedDoctor).map(({ project, errors }) => ({
        target: project.target,
        reasons: errors.map(({ message }) => message),
      })),
      results: locatedResults(audited).map(({ result, test }) => ({
        target: test.project.target,
        project: test.project.name,
        test: test.title,
        location: test.location,
        duration: test.duration,
        ...result,
      })),
    };
  }
}
