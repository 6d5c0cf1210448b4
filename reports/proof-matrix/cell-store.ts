import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '../../checks/configuration-error.ts';
import { type ProofCells, proofCellsSchema } from './proof-cells.ts';

/**
 * What earlier runs have proved.
 *
 * @throws ConfigurationError when the file is there and cannot be read
 */
export function readCells(store: string): ProofCells {
  if (!existsSync(store)) return {};
  const { success, data } = proofCellsSchema.safeParse(JSON.parse(readFileSync(store, 'utf8')));
  if (success) return data;
  throw new ConfigurationError('What earlier runs have proved cannot be read:', [
    `${store} is of another version; remove it to begin anew`,
  ]);
}

/** Written whole: a run may be stopped at any moment. */
export function writeCells(store: string, cells: ProofCells): void {
  mkdirSync(dirname(store), { recursive: true });
  writeFileSync(`${store}.new`, `${JSON.stringify(cells)}\n`);
  renameSync(`${store}.new`, store);
}
