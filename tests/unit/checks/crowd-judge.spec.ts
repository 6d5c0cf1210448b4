import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { CrowdEvidence } from '../../../checks/inconsistent-state/people-who-chat-at-once-stay-apart.ts';

test('words that come to somebody else are a flaw, and nobody is apart who was never there at once', () => {
  const { judge } = CHECKS.peopleWhoChatAtOnceStayApart;
  const calm: CrowdEvidence = {
    people: 2,
    conversations: 2,
    messages: 6,
    abandoned: 2,
    overlaps: 2,
    answered: true,
    oneAfterTheOther: [],
    atOnce: [],
    lost: 0,
  };
  const outcome = (change: Partial<CrowdEvidence>): string => judge({ ...calm, ...change }).outcome;
  const crossing = { whose: 'Alice’s', reached: 'Bob', where: 'the answer to GET /' };
  expect(outcome({})).toBe('pass');
  expect(outcome({ atOnce: [crossing] })).toBe('fail');
  expect(outcome({ oneAfterTheOther: [crossing] })).toBe('fail');
  expect(outcome({ overlaps: 0 })).toBe('inconclusive');
  expect(outcome({ answered: false })).toBe('inconclusive');
  expect(outcome({ messages: 0, overlaps: 0 })).toBe('inconclusive');
  expect(judge({ ...calm, lost: 1 })).toMatchObject({ outcome: 'pass', advice: [{}] });
  expect(judge(calm).measured?.[0]?.summary).toContain('6 messages at once, 2 of them abandoned');
});
