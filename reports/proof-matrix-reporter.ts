import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { OUTPUT_PATHS } from './output-paths.ts';
import { readCells, writeCells } from './proof-matrix/cell-store.ts';
import { cellsOf, merge, type ProofCells } from './proof-matrix/proof-cells.ts';
import { proofTable } from './proof-matrix/proof-table.ts';
import { RunLedger } from './run/run-ledger.ts';

/** How many tests may be lost when a run of hours is killed. */
const KEPT_EVERY = 10;

/**
 * Writes what every flaw did to every check as a Markdown table; for `npm run prove:matrix`, which runs them all, or those
 * that are named: what earlier runs have found stays, until its file is removed.
 */
export default class ProofMatrixReporter implements Reporter {
  readonly #ledger = new RunLedger();
  readonly #today = new Date().toISOString().slice(0, 10);
  #ended = 0;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#ledger.begin(config, suite);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#ledger.add(test, result);
    this.#ended += 1;
    if (this.#ended % KEPT_EVERY === 0) this.#keep();
  }

  onEnd(): Promise<void> {
    const file = join(this.#ledger.rootDir, OUTPUT_PATHS.proofMatrix);
    writeFileSync(file, proofTable(this.#keep()));
    console.log(`Flaw × check: ${OUTPUT_PATHS.proofMatrix}`);
    return Promise.resolve();
  }

  #keep(): ProofCells {
    const store = join(this.#ledger.rootDir, OUTPUT_PATHS.proofCells);
    const earlier = readCells(store);
    const cells = merge(earlier, cellsOf(this.#ledger.all(), this.#today, earlier));
    writeCells(store, cells);
    return cells;
  }
}
