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
  const throughApi = { asked: 8, joined: 8, messages: 24, abandoned: 4, mostAtOnce: 8, lost: 0 };
  expect(outcome({ throughApi })).toBe('pass');
  expect(outcome({ throughApi: { ...throughApi, joined: 0 } })).toBe('inconclusive');
  expect(outcome({ throughApi: { ...throughApi, mostAtOnce: 1 } })).toBe('inconclusive');
  const fewer = judge({ ...calm, throughApi: { ...throughApi, joined: 3, missing: 'throttled' } });
  expect(fewer.outcome).toBe('pass');
  expect(fewer.measured?.[1]?.summary).toContain('3 of 8 further sessions');
  expect(fewer.measured?.[1]?.summary).toContain('throttled');
  expect(judge(calm).measured?.[0]?.summary).toContain('6 messages at once, 2 of them abandoned');
});
