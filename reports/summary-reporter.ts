import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import { auditClosing, harnessClosing, slowestText } from './console/closing-text.ts';
import { doctorText, failuresText, proofText } from './console/failures-text.ts';
import {
  adviceText,
  flawsText,
  inconclusiveText,
  leftOutText,
  measuredText,
} from './console/findings-text.ts';
import { outcomeTable } from './console/outcome-table.ts';
import { costsText, discoveryText, matrixText } from './console/engine-text.ts';
import { parkingText } from './console/parking-text.ts';
import { Progress } from './console/progress.ts';
import { paintFor, type Screen, screenOf } from './console/screen.ts';
import { Redactor } from './redaction/redactor.ts';
import { proofCoverage } from './run/proof-coverage.ts';
import { auditRecords, isFailedDoctor, locatedResults, RunLedger } from './run/run-ledger.ts';
import { leavesTestsOut } from './run/run-selection.ts';
import { plainText, type TestRecord } from './run/test-record.ts';

export interface SummaryOptions {
  /** As for the redaction reporter, which cannot reach output that belongs to no test. */
  secretsFromEnv?: string[];
}

/** The console: progress while tests run, then the table of an audit with its findings, or what the proofs showed. */
export default class SummaryReporter implements Reporter {
  readonly #ledger = new RunLedger();
  readonly #screen: Screen = screenOf(process.stdout, process.env);
  readonly #redactor: Redactor;
  #progress = new Progress(process.stdout, this.#screen, 0);
  #filtered = false;

  constructor(options: SummaryOptions = {}) {
    this.#redactor = Redactor.fromEnvironment(options.secretsFromEnv ?? [], process.env);
  }

  /** `--list` runs nothing: Playwright prints the list itself where no reporter of ours claims the console. */
  printsToStdio(): boolean {
    return !process.argv.includes('--list');
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#ledger.begin(config, suite);
    this.#filtered = config.shard !== null || leavesTestsOut(config.argv);
    this.#progress = new Progress(process.stdout, this.#screen, this.#ledger.selected.length);
  }

  onTestBegin(test: TestCase): void {
    if (!this.printsToStdio()) return;
    this.#progress.started(test.title, test.parent.project()?.name ?? '');
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const record = this.#ledger.add(test, result);
    // What a test printed is shown when it ends and is redacted, not while it runs.
    for (const text of [...result.stdout, ...result.stderr]) this.#progress.print(text.toString());
    this.#progress.finished(record);
  }

  onStdOut(chunk: string | Buffer, test?: TestCase): void {
    if (test === undefined) this.#progress.print(this.#redactor.text(chunk.toString()));
  }

  onStdErr(chunk: string | Buffer, test?: TestCase): void {
    if (test === undefined) this.#progress.print(this.#redactor.text(chunk.toString()));
  }

  onError(error: TestError): void {
    if (!this.printsToStdio()) return;
    const text = [error.message ?? error.value ?? 'An unknown error.', error.snippet].filter(
      (part) => part !== undefined,
    );
    this.#progress.print(`\n${paintFor(this.#screen)(plainText(text.join('\n')), 'red')}`);
  }

  onEnd(run: FullResult): Promise<{ status?: FullResult['status'] }> {
    if (!this.printsToStdio()) return Promise.resolve({});
    this.#progress.clear();
    const records = this.#ledger.all();
    const coverage = proofCoverage(records, { filtered: this.#filtered });
    const lines = [
      ...this.#audit(records, run.duration),
      ...failuresText(records, this.#screen),
      ...proofText(records, coverage, this.#screen),
      ...(this.#ledger.isAudit ? [] : slowestText(records, this.#screen)),
      ...harnessClosing(records, run.duration, this.#screen),
      ...this.#cutShort(run.status),
    ];
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);

    // Playwright knows only of failed tests; a verdict that did not fail its test must not pass for green.
    const red = locatedResults(auditRecords(records)).some(({ result }) =>
      ['fail', 'inconclusive'].includes(result.outcome),
    );
    const fails = run.status === 'passed' && (red || coverage.missing.length > 0);
    return Promise.resolve(fails ? { status: 'failed' } : {});
  }

  #audit(records: readonly TestRecord[], milliseconds: number): string[] {
    const screen = this.#screen;
    const doctor = doctorText(records, screen);
    // Targets that the doctor turned away have their one message and no column.
    const refused = new Set(records.filter(isFailedDoctor).map(({ project }) => project.target));
    const audited = auditRecords(records).filter(({ project }) => !refused.has(project.target));
    if (audited.length === 0) {
      return doctor.length === 0
        ? []
        : [...doctor, '', paintFor(screen)('No check was run.', 'bold')];
    }
    const results = locatedResults(audited);
    return [
      ...doctor,
      '',
      ...outcomeTable(results, screen),
      ...flawsText(results, screen),
      ...inconclusiveText(results, screen),
      ...leftOutText(results, screen),
      ...adviceText(results, screen),
      ...measuredText(results, screen),
      ...costsText(audited, screen),
      ...discoveryText(records, screen),
      ...parkingText(records, screen),
      ...auditClosing(results, records, milliseconds, screen),
      ...matrixText(audited, screen),
    ];
  }

  #cutShort(status: FullResult['status']): string[] {
    const paint = paintFor(this.#screen);
    if (status === 'interrupted')
      return ['', paint('The run was interrupted: what is above is not the whole.', 'yellow')];
    if (status === 'timedout')
      return [
        '',
        paint('The run exceeded its time limit: what is above is not the whole.', 'yellow'),
      ];
    return [];
  }
}
