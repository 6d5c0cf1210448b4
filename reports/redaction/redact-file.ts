import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import AdmZip from 'adm-zip';
import type { Redactor } from './redactor.ts';

const ZIP_MAGIC = Buffer.from('PK\u0003\u0004', 'latin1');

/** Rewrites a file, and each member of a zip archive such as `trace.zip`, without its secrets. A failure removes the file. */
export function redactFile(path: string, redactor: Redactor): void {
  if (!existsSync(path)) return;
  try {
    const bytes = readFileSync(path);
    if (bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) {
      redactArchive(path, bytes, redactor);
      return;
    }
    const redacted = redactor.bytes(bytes);
    if (redacted !== bytes) writeFileSync(path, redacted);
  } catch (error) {
    // What could not be read through may hold a secret: better no file than that one.
    rmSync(path, { force: true });
    throw error;
  }
}

function redactArchive(path: string, bytes: Buffer, redactor: Redactor): void {
  const archive = new AdmZip(bytes);
  let changed = false;
  for (const entry of archive.getEntries()) {
    const data = entry.getData();
    const redacted = redactor.bytes(data);
    if (redacted === data) continue;
    archive.updateFile(entry, redacted);
    changed = true;
  }
  if (changed) writeFileSync(path, archive.toBuffer());
}
