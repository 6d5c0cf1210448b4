import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import AdmZip from 'adm-zip';

/** Puts a password into every channel that a run reports through. */
test('A password goes everywhere', { tag: '@insecure-storage' }, async () => {
  const password = process.env['SAMPLE_PASSWORD'] ?? '';
  const info = test.info();
  await test.step(`Fill "${password}"`, async () => {
    await info.attach(`note ${password}`, {
      body: JSON.stringify({ value: password }),
      contentType: 'application/json',
    });
  });
  info.annotations.push({
    type: 'note',
    description: `signed in with ${encodeURIComponent(password)}`,
  });
  // In two pieces, as a pipe may deliver it.
  process.stdout.write(password.slice(0, 5));
  process.stdout.write(`${password.slice(5)}\n`);
  const archive = new AdmZip();
  archive.addFile(
    '0-trace.network',
    Buffer.from(`{"postData":${JSON.stringify(JSON.stringify({ p: password }))}}`),
  );
  // Attaching copies the file; the one left behind would be the test's own affair.
  const scratch = mkdtempSync(join(tmpdir(), 'sample-'));
  writeFileSync(join(scratch, 'trace.zip'), archive.toBuffer());
  await info.attach('trace', { path: join(scratch, 'trace.zip'), contentType: 'application/zip' });
  rmSync(scratch, { recursive: true });
  throw new Error(`Expected ${Buffer.from(`alice:${password}`).toString('base64')}`, {
    cause: new Error(password),
  });
});
