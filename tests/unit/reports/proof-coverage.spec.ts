import { expect, test } from '@playwright/test';
import { proofCoverage } from '../../../reports/run/proof-coverage.ts';
import { leavesTestsOut } from '../../../reports/run/run-selection.ts';
import { audit, judged, proof, record, unjudged } from './sample/crafted-records.ts';
import { flawed, verdict } from './sample/crafted-verdicts.ts';

const FLAW = 'logoutOnlyClearsTheCookie';
const project = proof(FLAW, ['logoutRevokesCredentials']);
const caught = flawed('logoutRevokesCredentials', { proof: { flaw: FLAW, expected: 'fail' } });
const WHOLE = { filtered: false };
const PART = { filtered: true };

test.describe('A proof', () => {
  test('is shown by a verdict that fails with its flaw on', () => {
    const { demanded, missing } = proofCoverage([judged(project, caught)], WHOLE);
    expect({ demanded: demanded.length, missing }).toEqual({ demanded: 1, missing: [] });
  });

  test('is missing where its check passed', () => {
    const { missing } = proofCoverage(
      [judged(project, verdict('logoutRevokesCredentials'))],
      WHOLE,
    );
    expect(missing).toEqual([
      {
        project: project.name,
        flaw: FLAW,
        check: 'logoutRevokesCredentials',
        why: 'its verdict was pass',
      },
    ]);
  });

  test('is missing where its verdict belongs to another flaw', () => {
    const foreign = flawed('logoutRevokesCredentials', {
      proof: { flaw: 'other', expected: 'fail' },
    });
    expect(proofCoverage([judged(project, foreign)], WHOLE).missing).toHaveLength(1);
  });

  test('is missing where its test was skipped, with the reason', () => {
    const skipped = unjudged(project, 'logoutRevokesCredentials', 'skipped', ['no sign-out']);
    expect(proofCoverage([skipped], WHOLE).missing[0]?.why).toBe(
      'its test was skipped: no sign-out',
    );
    expect(proofCoverage([skipped], PART).missing).toHaveLength(1);
  });

  test('is missing in a whole run where no test of it exists', () => {
    const unrelated = judged(project, verdict('sessionCookiesAreHardened'));
    expect(proofCoverage([unrelated], WHOLE).missing[0]?.why).toBe('no test of it was selected');
  });

  test('is not demanded where its test was left out on purpose', () => {
    const unrelated = judged(project, verdict('sessionCookiesAreHardened'));
    expect(proofCoverage([unrelated], PART)).toEqual({ demanded: [], missing: [] });
  });

  test('is demanded where its test was selected and died', () => {
    const died = record(project, {
      declaredChecks: ['logoutRevokesCredentials'],
      ok: false,
      status: 'failed',
    });
    expect(proofCoverage([died], PART).missing[0]?.why).toBe('its test gave no verdict');
  });

  test('is recognised by what the same test checked in another project', () => {
    const elsewhere = judged(proof('other', []), caught);
    const silent = record(project, { title: caught.title });
    expect(proofCoverage([elsewhere, silent], PART).missing).toHaveLength(1);
  });

  test('is not demanded of a sound chatbot', () => {
    const sound = {
      ...audit('reference (cookie)'),
      kind: 'proof',
      breaks: project.breaks,
    } as const;
    expect(proofCoverage([record(sound)], WHOLE)).toEqual({ demanded: [], missing: [] });
  });
});

test.describe('A command line', () => {
  const command = (...words: string[]): string[] => ['node', 'cli.js', 'test', ...words];

  for (const words of [
    [],
    ['--project=flaw-a', '--project', 'flaw-b', 'flaw-c'],
    ['--workers', '2', '--reporter', 'list', '-c', 'other.config.ts', '--add-reporter=json'],
    ['--max-failures', '3', '--headed', '--', 'anything'],
  ]) {
    test(`runs the whole with “${words.join(' ')}”`, () => {
      expect(leavesTestsOut(command(...words))).toBe(false);
    });
  }

  for (const words of [
    ['--grep', '@revocation'],
    ['--grep=@revocation'],
    ['-g', 'x'],
    ['-gx'],
    ['-G', 'x'],
    ['tests/logout'],
    ['--project=flaw-a', 'tests/logout'],
    ['--workers', '2', 'revocation'],
    ['--shard=1/2'],
    ['--last-failed'],
    ['--only-changed'],
    ['--test-list', 'list.txt'],
    ['--ui'],
  ]) {
    test(`leaves tests out with “${words.join(' ')}”`, () => {
      expect(leavesTestsOut(command(...words))).toBe(true);
    });
  }
});
