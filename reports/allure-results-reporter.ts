import type { Suite, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { FileSystemWriter, ReporterRuntime } from 'allure-js-commons/sdk/reporter';
import { AllureReporter } from 'allure-playwright';
import { allureView, unstartedResult } from './allure/allure-view.ts';
import { cellsByTarget } from './dead-credentials/cells-by-target.ts';
import { matrixPage } from './dead-credentials/matrix-page.ts';
import { projectFacts } from './run/project-facts.ts';
import { RunLedger } from './run/run-ledger.ts';

export type AllureResultsOptions = ConstructorParameters<typeof AllureReporter>[0];

/** Whether a test belongs in the report of an audit: proofs and unit tests say nothing about a chatbot. */
const isReported = (test: TestCase): boolean =>
  ['audit', 'doctor'].includes(projectFacts(test.parent.project()).kind);

/**
 * Allure's reporter, for audits: it leaves the tests of the harness itself out, and turns the verdict that a test
 * attached into a description, labels, links and HTTP exchanges.
 */
export default class AllureResultsReporter extends AllureReporter {
  readonly #ledger = new RunLedger();
  readonly #started = new Set<string>();
  readonly #pending: Promise<void>[] = [];
  readonly #failures: unknown[] = [];

  override onBegin(suite: Suite): void {
    this.#ledger.begin(this.config, suite);
    super.onBegin(suite);
  }

  override onTestBegin(test: TestCase): void {
    if (!isReported(test)) return;
    this.#started.add(test.id);
    super.onTestBegin(test);
  }

  override onStepBegin(test: TestCase, result: TestResult, step: TestStep): void {
    if (isReported(test) && !isRecordStep(step)) super.onStepBegin(test, result, step);
  }

  override onStepEnd(test: TestCase, result: TestResult, step: TestStep): void {
    if (isReported(test) && !isRecordStep(step)) super.onStepEnd(test, result, step);
  }

  /** Playwright does not wait for this promise: a rejection that nobody handles would end the whole run. */
  override onTestEnd(test: TestCase, result: TestResult): Promise<void> {
    if (!isReported(test)) return Promise.resolve();
    const record = this.#ledger.add(test, result);
    const written = super.onTestEnd(test, allureView(record, result)).catch((error: unknown) => {
      this.#failures.push(error);
    });
    this.#pending.push(written);
    return written;
  }

  override async onEnd(): Promise<void> {
    await Promise.all(this.#pending);
    await super.onEnd();
    this.#attachMatrix();
    if (this.#failures.length > 0) {
      throw new AggregateError(
        this.#failures,
        'Some results could not be written for the Allure report.',
        {
          cause: this.#failures[0],
        },
      );
    }
  }

  /** The dead-credential matrix is about all tests: it stands among the report's global attachments. */
  #attachMatrix(): void {
    const cells = cellsByTarget(this.#ledger.all());
    const { resultsDir } = this.options;
    if (cells.size === 0 || resultsDir === undefined) return;
    const content = Buffer.from(matrixPage(cells)).toString('base64');
    const runtime = new ReporterRuntime({ writer: new FileSystemWriter({ resultsDir }) });
    runtime.applyGlobalRuntimeMessages([
      {
        type: 'global_attachment_content',
        data: { name: 'Dead credentials', content, encoding: 'base64', contentType: 'text/html' },
      },
    ]);
  }

  /** Allure's own version goes by titles, which the same test in another project shares. */
  override async addSkippedResults(): Promise<void> {
    const records = new Map(this.#ledger.all().map((record) => [record.id, record]));
    for (const test of this.#ledger.selected) {
      const record = records.get(test.id);
      if (record === undefined || this.#started.has(test.id) || !isReported(test)) continue;
      super.onTestBegin(test);
      await super.onTestEnd(test, allureView(record, unstartedResult()));
    }
  }
}

/**
 * A step that only attaches a record for the reports. The records are read from the result, and would be noise here.
 * By its title: when a step begins, its attachments are not known yet.
 */
const isRecordStep = (step: TestStep): boolean =>
  step.category === 'test.attach' && /^Attach "(?:verdict|cost|discovery)\b/.test(step.title);
