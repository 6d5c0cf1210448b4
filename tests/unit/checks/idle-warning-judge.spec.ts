import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { WarnedEvidence } from '../../../checks/idle-timeout/idle-page-warns-first.ts';

const { judge } = CHECKS.idlePageWarnsFirst;

const unwarned: WarnedEvidence = { outAfterSeconds: 1800, lookedEverySeconds: 15, tookSeconds: 9 };
const warning = {
  afterSeconds: 1680,
  text: 'Are you still there?',
  answeredBy: 'the button “Stay”',
  lookedAfterSeconds: 1800,
  stayed: true,
};

test('a page that signs out without a word is a flaw, and says when', () => {
  const judged = judge(unwarned);
  expect(judged.outcome).toBe('fail');
  expect(judged.flaws[0]?.summary).toContain('moved forward by 30 min, and nothing had warned her');
});

test('a warning is worth what its answer does', () => {
  expect(judge({ ...unwarned, warning })).toMatchObject({ outcome: 'pass', flaws: [] });
  const unheard = judge({ ...unwarned, warning: { ...warning, stayed: false } });
  expect(unheard.outcome).toBe('fail');
  expect(unheard.flaws[0]?.summary).toContain('was signed out all the same by 30 min');
});

test('who was watched for as long as the server’s limit may have been signed out by the server', () => {
  const slow = { ...unwarned, limitSeconds: 10, tookSeconds: 9.9 };
  expect(judge(slow).outcome).toBe('inconclusive');
  expect(judge({ ...slow, tookSeconds: 3 }).outcome).toBe('fail');
});
