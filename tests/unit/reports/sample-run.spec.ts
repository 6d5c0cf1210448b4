import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import AdmZip from 'adm-zip';
import { outputPaths } from '../../../reports/output-paths.ts';
import { runSample, sampleAudit, sampleProof } from './sample/sample-run.ts';

// Each starts a Playwright of its own, and may wait for its turn on a busy machine.
test.describe.configure({ timeout: 300_000 });

// What the samples are given of the environment names no report, whatever this run's is called.
const OUTPUT_PATHS = outputPaths({});

interface AllureResult {
  name: string;
  status: string;
  labels: { name: string; value: string }[];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const allureResults = (folder: string): AllureResult[] => {
  const results = join(folder, OUTPUT_PATHS.allureResults);
  return readdirSync(results)
    .filter((file) => file.endsWith('-result.json'))
    .map((file) => readJson(join(results, file)) as AllureResult);
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('An audit with flaws prints its table, fails, and leaves a report that loads nothing and runs nothing', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('audit');
  mkdirSync(join(folder, OUTPUT_PATHS.allureResults), { recursive: true });
  writeFileSync(join(folder, OUTPUT_PATHS.allureResults, 'of-an-older-run-result.json'), '{}');
  const leftByAKilledRun = join(folder, OUTPUT_PATHS.folder, 'generating-x');
  mkdirSync(leftByAKilledRun);

  const { exitCode, output } = await runSample(folder, [
    ...sampleAudit('reference (cookie)'),
    ...sampleAudit('reference (token)'),
  ]);

  expect(exitCode).toBe(1);
  expect(output).toContain('Inadequate revocation       ✗ FLAW 1            ✓ pass 1');
  expect(output).toContain('5 flaws · 4 inconclusive · 8 passed · 3 skipped');
  expect(output).toContain(`Report: ${OUTPUT_PATHS.allurePage}`);

  expect(existsSync(leftByAKilledRun)).toBe(false);
  const results = allureResults(folder);
  const count = (status: string): number =>
    results.filter((result) => result.status === status).length;
  expect({
    failed: count('failed'),
    broken: count('broken'),
    passed: count('passed'),
    skipped: count('skipped'),
  }).toEqual({
    failed: 5,
    broken: 4,
    passed: 10,
    skipped: 3,
  });
  expect(results.every(({ labels }) => labels.some(({ name }) => name === 'epic'))).toBe(true);

  const findings = readJson(join(folder, OUTPUT_PATHS.findings));
  expect(findings).toMatchObject({ schema: 1, status: 'failed', logins: 15, replays: 45 });

  const outside: string[] = [];
  page.on('request', (request) => {
    if (/^(?:https?|wss?):/.test(request.url())) outside.push(request.url());
  });
  await page.goto(`file://${join(folder, OUTPUT_PATHS.allurePage)}`);
  await page.getByText('Messages do not run as script').first().click();
  await expect(
    page.frameLocator('iframe').first().getByText('A bot reply ran as script'),
  ).toBeVisible();
  await page
    .getByText(/^attack: /)
    .last()
    .click();
  await expect(page.getByText('Response', { exact: true }).first()).toBeVisible();

  await page.goto(`file://${join(folder, OUTPUT_PATHS.allurePage)}#globalAttachments`);
  await page.getByText('Dead credentials').click();
  const matrix = page.frameLocator('iframe').first();
  await expect(matrix.getByRole('cell', { name: '✗ works' })).toBeVisible();
  await expect(matrix.getByRole('cell', { name: '✓ refused' })).toBeAttached();
  expect(outside).toEqual([]);
  for (const frame of page.frames()) {
    expect(
      await frame.evaluate(() => Reflect.get(window, 'ranInReport') as unknown),
    ).toBeUndefined();
  }
});

test('A target that the doctor turns away has one message and no verdicts', async ({}, testInfo) => {
  const folder = testInfo.outputPath('sick');
  const { exitCode, output } = await runSample(folder, sampleAudit('reference (cookie)'), {
    env: { SAMPLE_SICK: 'doctor-reference-cookie' },
  });

  expect(exitCode).toBe(1);
  expect(output).toMatch(
    /✗ reference \(cookie\) cannot be judged yet\n {2}alice could not sign in/,
  );
  expect(output).toContain('Check ALICE_USERNAME and ALICE_PASSWORD in .env.');
  expect(output).toContain('No check was run.');
  expect(output).not.toContain('Unauthenticated access');
  expect(existsSync(join(folder, OUTPUT_PATHS.allurePage))).toBe(false);
});

test('A password is in nothing that a run prints or writes', async ({}, testInfo) => {
  const folder = testInfo.outputPath('leaks');
  const password = 'correct "horse" & bättery';
  const { exitCode, output } = await runSample(
    folder,
    sampleAudit('reference (cookie)', ['leaks']),
    {
      env: { SAMPLE_PASSWORD: password },
    },
  );

  expect(exitCode).toBe(1);
  expect(output).toContain('‹redacted›');
  const written = filesBelow(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    const members =
      bytes.subarray(0, 2).toString() === 'PK'
        ? new AdmZip(bytes).getEntries().map((entry) => entry.getData())
        : [];
    return [bytes, ...members].map((content) => ({ file, text: content.toString() }));
  });
  expect(written.length).toBeGreaterThan(5);
  // Words of it that survive every encoding in use, and its base64 behind “alice:”.
  for (const trace of [
    'horse',
    'ttery',
    Buffer.from(password).toString('base64').slice(4, 20),
    'Y29ycmVjd',
  ]) {
    expect(output).not.toContain(trace);
    expect(written.filter(({ text }) => text.includes(trace)).map(({ file }) => file)).toEqual([]);
  }
});

test('Proofs pass when every flaw broke its check, leave the last report alone, and fail when one did not', async ({}, testInfo) => {
  const folder = testInfo.outputPath('proofs');
  mkdirSync(join(folder, OUTPUT_PATHS.allureReport), { recursive: true });
  writeFileSync(join(folder, OUTPUT_PATHS.allurePage), 'the last audit');
  const projects = [sampleProof('one'), sampleProof('two')];

  const shown = await runSample(folder, projects);
  expect(shown).toMatchObject({ exitCode: 0 });
  expect(shown.output).toContain('✓ 2 of 2 demanded proofs shown, 2 flaws');
  expect(shown.output).toContain('4 tests passed · 0 failed');
  expect(readFileSync(join(folder, OUTPUT_PATHS.allurePage), 'utf8')).toBe('the last audit');
  expect(existsSync(join(folder, OUTPUT_PATHS.findings))).toBe(false);

  const blunt = await runSample(folder, projects, { env: { SAMPLE_BLUNT: 'two' } });
  expect(blunt.exitCode).toBe(1);
  expect(blunt.output).toContain('✗ 1 of 2 demanded proofs shown');
  expect(blunt.output).toContain(
    'With the flaw two on, the check logoutRevokesCredentials must fail: its',
  );
});

test('A listing prints the tests, and deletes no report', async ({}, testInfo) => {
  const folder = testInfo.outputPath('list');
  mkdirSync(join(folder, OUTPUT_PATHS.allureReport), { recursive: true });
  writeFileSync(join(folder, OUTPUT_PATHS.allurePage), 'the last audit');
  const { exitCode, output } = await runSample(folder, sampleAudit('reference (cookie)'), {
    words: ['--list'],
  });
  expect(exitCode).toBe(0);
  expect(output).toContain('Messages do not run as script');
  expect(output).toMatch(/Total: 11 tests/);
  expect(existsSync(join(folder, OUTPUT_PATHS.allurePage))).toBe(true);
});

test('A report that cannot be made hides no result and fails the run', async ({}, testInfo) => {
  const folder = testInfo.outputPath('broken-report');
  mkdirSync(join(folder, OUTPUT_PATHS.folder), { recursive: true });
  // Where the history should be a file.
  mkdirSync(join(folder, OUTPUT_PATHS.allureHistory));
  const { exitCode, output } = await runSample(folder, sampleAudit('reference (cookie)', ['idle']));
  expect(exitCode).toBe(1);
  expect(output).toContain('0 flaws · 1 passed');
  expect(output).toContain('The Allure report could not be made; the results above stand');
  expect(readJson(join(folder, OUTPUT_PATHS.findings))).toMatchObject({ status: 'passed' });
});
