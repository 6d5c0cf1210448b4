import { expect, test } from '@playwright/test';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { VERDICT_CONTENT_TYPE, type VerdictRecord } from '../../../checks/verdict.ts';
import { testRecord } from '../../../reports/run/test-record.ts';
import { flawed, verdict } from './sample/crafted-verdicts.ts';

/** As far as a record reads it. */
const story = {
  id: 'a',
  title: 'Signing out revokes every credential that was in use',
  titlePath: () => [
    '',
    'reference-cookie',
    'tests/logout/revocation.spec.ts',
    'Signing out revokes every credential',
  ],
  tags: ['@revocation'],
  annotations: [],
  expectedStatus: 'passed',
  location: { file: '/repo/tests/logout/revocation.spec.ts', line: 7, column: 1 },
  parent: {
    project: () => ({
      name: 'reference-cookie',
      metadata: { kind: 'audit', target: 'reference (cookie)' },
    }),
  },
} as unknown as TestCase;

const ended = (status: TestResult['status'], overrides: Partial<TestResult> = {}): TestResult =>
  ({
    status,
    duration: 5,
    attachments: [],
    annotations: [],
    errors: [],
    ...overrides,
  }) as unknown as TestResult;

const attached = (body: VerdictRecord | string): TestResult['attachments'] => [
  {
    name: 'verdict',
    contentType: VERDICT_CONTENT_TYPE,
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  },
];

const outcomes = (result: TestResult) =>
  testRecord(story, result, '/repo').results.map(({ outcome, reasons }) => ({ outcome, reasons }));

test('A test that passes without a verdict is inconclusive', () => {
  expect(outcomes(ended('passed'))).toEqual([
    { outcome: 'inconclusive', reasons: ['The test ended without a verdict: nothing was judged.'] },
  ]);
});

test('A verdict that cannot be read is inconclusive', () => {
  for (const body of [
    '{"schema":1}',
    'not json',
    JSON.stringify({ ...verdict('logoutRevokesCredentials'), outcome: 'ok' }),
  ]) {
    expect(outcomes(ended('passed', { attachments: attached(body) }))).toMatchObject([
      { outcome: 'inconclusive' },
    ]);
  }
});

test('A verdict of a flaw is a flaw, whatever became of its test', () => {
  const attachments = attached(flawed('logoutRevokesCredentials'));
  expect(outcomes(ended('passed', { attachments }))).toEqual([{ outcome: 'fail', reasons: [] }]);
  expect(outcomes(ended('failed', { attachments }))).toEqual([{ outcome: 'fail', reasons: [] }]);
});

test('A test that dies after a verdict of pass is inconclusive too', () => {
  const attachments = attached(verdict('logoutRevokesCredentials'));
  expect(outcomes(ended('timedOut', { attachments }))).toEqual([
    { outcome: 'pass', reasons: [] },
    { outcome: 'inconclusive', reasons: ['The test ran out of time.'] },
  ]);
});

test('An error is told by its message, without prefix, call log and stack', () => {
  const message =
    'InconclusiveError: Inconclusive: alice could not sign in.\nCheck the URL.\nCall log:\n  - waiting';
  expect(outcomes(ended('failed', { errors: [{ message }] }))).toEqual([
    { outcome: 'inconclusive', reasons: ['alice could not sign in.', 'Check the URL.'] },
  ]);
});

test('A skip is told with its reason, and what Playwright never came to is no skip', () => {
  const annotations = [{ type: 'skip', description: 'There is no token to alter.' }];
  expect(outcomes(ended('skipped', { annotations }))).toEqual([
    { outcome: 'skipped', reasons: ['There is no token to alter.'] },
  ]);
  expect(outcomes(ended('skipped'))).toMatchObject([{ outcome: 'not run' }]);
  expect(outcomes(ended('interrupted'))).toMatchObject([{ outcome: 'not run' }]);
});
