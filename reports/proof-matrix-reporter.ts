import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { OUTPUT_PATHS } from './output-paths.ts';
import { proofRows } from './proof-matrix/proof-rows.ts';
import { proofTable } from './proof-matrix/proof-table.ts';
import { RunLedger } from './run/run-ledger.ts';

/** Writes what every flaw did to every check as a Markdown table; for `npm run prove:matrix`, which runs them all. */
export default class ProofMatrixReporter implements Reporter {
  readonly #ledger = new RunLedger();

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#ledger.begin(config, suite);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#ledger.add(test, result);
  }

  onEnd({ duration: milliseconds }: FullResult): Promise<void> {
    const records = this.#ledger.all();
    const file = join(this.#ledger.rootDir, OUTPUT_PATHS.proofMatrix);
    mkdirSync(dirname(file), { recursive: true });
    const table = proofTable(proofRows(records), { tests: records.length, milliseconds });
    writeFileSync(file, table);
    console.log(`Flaw × check: ${OUTPUT_PATHS.proofMatrix}`);
    return Promise.resolve();
  }
}
