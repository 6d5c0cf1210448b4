import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type { HalfDoneEvidence } from '../../../checks/unauthenticated-access/half-done-sign-in-gives-no-access.ts';

const look = (reached: boolean): Probe => ({ label: 'a look', reached, exchanges: [] });
const tried = (reached: boolean) => [
  { name: 'GET /c', before: look(true), attack: look(reached), after: look(true) },
];
const judged = (change: Partial<HalfDoneEvidence>) =>
  CHECKS.halfDoneSignInGivesNoAccess.judge({
    attacks: tried(false),
    untried: ['a guest chat: none was found'],
    finished: [look(true)],
    uncertain: [],
    ...change,
  });

test('a refusal counts where the same browser is let in once the sign-in is finished', () => {
  expect(judged({}).outcome).toBe('pass');
  const { outcome, unresolved } = judged({ finished: [look(true), look(false)] });
  expect(outcome).toBe('inconclusive');
  expect(unresolved).toEqual([expect.stringContaining('would have been seen there')]);
});

test('what was read is a flaw, whatever else could not be carried out', () => {
  const uncertain = ['a request for a new password: no answer came'];
  expect(judged({ uncertain }).outcome).toBe('inconclusive');
  expect(judged({ uncertain, attacks: tried(true), finished: [] }).outcome).toBe('fail');
  expect(judged({ attacks: [] }).outcome).toBe('inconclusive');
});
