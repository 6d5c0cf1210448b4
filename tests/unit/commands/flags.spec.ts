import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../fixtures/machine/root.mjs';
import { expect, test } from './command-test.ts';

const COOKIE = '--project=reference-cookie';
const FLAWED = { REFERENCE_FLAW: 'cookieReadableByScript' };

test('--list names the checks of both mechanisms and runs nothing', async ({ audit }) => {
  const run = audit({}, '--list');
  expect(await run.exitCode, run.lastWords).toBe(0);
  expect(run.stdout).toContain('[reference-cookie] › ');
  expect(run.stdout).toContain('[reference-token] › ');
  expect(run.stdout).not.toContain('[unit]');
  expect(run.stdout).toMatch(/\nTotal: \d+ tests in \d+ files\n$/);
  expect(run.stderr).toBe('');
  expect(existsSync(path.join(run.folder, 'findings.json'))).toBe(false);
});

test('what other runs leave among the reports is not looked through for tests', async ({
  audit,
}, testInfo) => {
  const reports = path.join(ROOT, 'reports/out', `another-${testInfo.testId}`);
  const stories = path.join(reports, 'tests/logout');
  mkdirSync(stories, { recursive: true });
  writeFileSync(path.join(stories, 'left-over.spec.ts'), 'throw new Error("looked through");');

  const run = audit({}, '--list');
  const exitCode = await run.exitCode;
  rmSync(reports, { recursive: true });
  expect(exitCode, run.lastWords).toBe(0);
  expect(run.stdout).not.toContain('left-over');
});

test('--grep, --project and --workers run that check alone, and --last-failed runs it again', async ({
  audit,
}) => {
  const run = audit(FLAWED, '--grep', '@sessionCookies', COOKIE, '--workers=1');
  expect(await run.exitCode, run.lastWords).toBe(1);
  expect(run.stderr).toBe('');
  expect(run.findings().results).toMatchObject([{ project: 'reference-cookie', outcome: 'fail' }]);
  expect(run.stdout).toContain('✓ doctor-reference-cookie');

  const again = audit(
    { ...FLAWED, REPORT_NAME: path.basename(run.folder) },
    '--last-failed',
    COOKIE,
  );
  expect(await again.exitCode, again.lastWords).toBe(1);
  expect(again.stdout).toContain('✓ doctor-reference-cookie');
  expect(run.findings().results).toMatchObject([{ project: 'reference-cookie', outcome: 'fail' }]);
});

test('a reporter of Playwright’s own does without ours', async ({ audit }) => {
  const run = audit({}, '--reporter=list', '--grep', '@sessionCookies', COOKIE);
  expect(await run.exitCode, run.lastWords).toBe(0);
  expect(run.stdout).toMatch(/\n {2}2 passed \(/);
  expect(run.stderr).toBe('');
});
