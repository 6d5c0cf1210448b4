import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { EndedSessionEvidence } from '../../../checks/inconsistent-state/ended-session-loses-no-message.ts';

const { judge } = CHECKS.endedSessionLosesNoMessage;
const lost: EndedSessionEvidence = {
  calm: { seesOwn: true },
  pressed: true,
  request: 'POST /api/messages: 401',
  afterwards: 'nothing',
  takenAtOnce: false,
  backIn: true,
  backInTheBox: false,
  told: false,
};
const outcomeWith = (more: Partial<EndedSessionEvidence>) => judge({ ...lost, ...more }).outcome;

test('a message that is nowhere, and of which nothing was said, is lost', () => {
  for (const afterwards of ['as if it were sent', 'nothing'] as const) {
    expect(judge({ ...lost, afterwards })).toMatchObject({ outcome: 'fail', flaws: [{}] });
  }
});

test('a message that is in the box, in the account, or of which the page spoke is not', () => {
  expect(outcomeWith({ afterwards: 'in the box' })).toBe('pass');
  expect(outcomeWith({ backInTheBox: true })).toBe('pass');
  expect(outcomeWith({ found: 'GET /api/conversations/1' })).toBe('pass');
  expect(outcomeWith({ told: true })).toBe('pass');
});

test('who is asked to sign in when she sends is told; that the words are kept is advice', () => {
  const asked = judge({ ...lost, afterwards: 'nothing, but a way to sign in' });
  expect(asked).toMatchObject({ outcome: 'pass', advice: [{}] });
});

test('words that were typed and never sent are advice', () => {
  expect(judge({ ...lost, pressed: false })).toMatchObject({ outcome: 'pass', advice: [{}] });
});

test('nothing is known where the control failed, the session went on, or nobody came back', () => {
  expect(outcomeWith({ calm: { seesOwn: false }, told: true })).toBe('inconclusive');
  expect(outcomeWith({ takenAtOnce: true, found: 'GET /1' })).toBe('inconclusive');
  expect(outcomeWith({ backIn: false })).toBe('inconclusive');
  expect(outcomeWith({ told: 'unclear' })).toBe('inconclusive');
});
