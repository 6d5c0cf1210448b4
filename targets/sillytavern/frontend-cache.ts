import { randomBytes } from 'node:crypto';
import { cp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isCode } from '../../checks/is-code.ts';

/** Where SillyTavern keeps its compiled page, below its data root. In a container it keeps it in its own folder instead. */
const COMPILED = '_webpack';
/** Where we keep a copy of it, below the installation. */
const KEPT = 'compiled-page';

/** Spares a fresh data root the compilation of the page: it takes 12 to 20 s of a boot that else takes 3 s. */
export async function restoreCompiledPage(installation: string, dataRoot: string): Promise<void> {
  const kept = join(installation, KEPT);
  if (await isFolder(kept)) await cp(kept, join(dataRoot, COMPILED), { recursive: true });
}

/** Keeps what a first boot compiled. Of several first boots at once, one is kept. */
export async function keepCompiledPage(installation: string, dataRoot: string): Promise<void> {
  const compiled = join(dataRoot, COMPILED);
  const kept = join(installation, KEPT);
  if ((await isFolder(kept)) || !(await isFolder(compiled))) return;
  const partial = `${kept}.${randomBytes(6).toString('hex')}`;
  try {
    await cp(compiled, partial, { recursive: true });
    await rename(partial, kept);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!(await isFolder(kept))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}
