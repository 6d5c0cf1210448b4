import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { ConfigurationError } from '../checks/configuration-error.ts';
import { OUTPUT_PATHS } from './output-paths.ts';
import { cellsOf, merge, type ProofCells, proofCellsSchema } from './proof-matrix/proof-cells.ts';
import { proofTable } from './proof-matrix/proof-table.ts';
import { RunLedger } from './run/run-ledger.ts';

/**
 * Writes what every flaw did to every check as a Markdown table; for `npm run prove:matrix`, which runs them all, or those
 * that are named: what earlier runs have found stays, until its file is removed.
 */
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

  onEnd(run: FullResult): Promise<void> {
    const file = join(this.#ledger.rootDir, OUTPUT_PATHS.proofMatrix);
    const store = join(this.#ledger.rootDir, OUTPUT_PATHS.proofCells);
    const found = cellsOf(this.#ledger.all(), run.startTime.toISOString().slice(0, 10));
    const cells = merge(read(store), found);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(store, `${JSON.stringify(cells)}\n`);
    writeFileSync(file, proofTable(cells));
    console.log(`Flaw × check: ${OUTPUT_PATHS.proofMatrix}`);
    return Promise.resolve();
  }
}

function read(store: string): ProofCells {
  if (!existsSync(store)) return {};
  const { success, data } = proofCellsSchema.safeParse(JSON.parse(readFileSync(store, 'utf8')));
  if (success) return data;
  throw new ConfigurationError('What earlier runs have proved cannot be read:', [
    `${store} is of another version, or names checks that are no more; remove it to begin anew`,
  ]);
}
