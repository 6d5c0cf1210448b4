import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { groupsWithoutTests } from '../../../fixtures/machine/prove.ts';
import { stepTable } from '../../../fixtures/machine/step-table.ts';
import { readTestResults } from '../../../fixtures/machine/test-results.ts';

test('npm test closes with a table and the sum of its steps and tests', () => {
  const results = [
    { step: 'format', passed: 1, failed: 0, seconds: 2.04, problems: [] },
    { step: 'lint', passed: 0, failed: 1, seconds: 11, problems: [] },
    {
      step: 'tests',
      passed: 120,
      failed: 2,
      seconds: 181.66,
      problems: ['proofs by flaw: no test ran'],
    },
  ];
  expect(stepTable(results)).toBe(`format  passed     2.0 s
lint    FAILED    11.0 s
tests   FAILED   181.7 s  120 passed, 2 failed
  proofs by flaw: no test ran
121 passed, 3 failed`);
});

test('npm test counts tests of nested suites, a flaky one as failed, and names what failed', async ({}, info) => {
  const file = info.outputPath('report.json');
  const spec = (projectName: string, status: string, ...messages: string[]) => {
    const errors = messages.map((message) => ({ message }));
    return { title: 'it holds', tests: [{ projectName, status, results: [{ errors }] }] };
  };
  const died =
    '\u001b[31mNot shown\u001b[39m\n<launching> chrome --many\n  - <launching> chrome\nat y';
  const failed = spec('flaw-x', 'unexpected', died, 'Error: z');
  const suites = [
    { specs: [spec('unit', 'expected')], suites: [{ specs: [failed] }] },
    { specs: [spec('sound-cookie', 'flaky'), spec('sound-token', 'skipped')] },
  ];
  await writeFile(file, JSON.stringify({ suites, errors: [{ message: 'Error: broken\n at x' }] }));
  expect(await readTestResults(file)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    projects: new Set(['unit', 'flaw-x', 'sound-cookie']),
    errors: ['Error: broken'],
    failures: ['flaw-x › it holds: Not shown | at y', 'sound-cookie › it holds: unknown error'],
  });
});

test('npm test misses a group of projects of which no test ran', () => {
  expect(groupsWithoutTests(new Set(['unit', 'sound-cookie', 'flaw-x']))).toEqual([]);
  expect(groupsWithoutTests(new Set(['unit-extra', 'sound-cookie']))).toEqual([
    'unit tests: no test ran in a project named unit',
    'proofs by flaw: no test ran in a project named flaw-*',
  ]);
});
