import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type {
  Act,
  EndingTrial,
} from '../../../checks/inconsistent-state/endings-elsewhere-reach-the-page.ts';

const reached: Probe = { label: 'control', reached: true, exchanges: [] };
const refused: Probe = { ...reached, reached: false };
const trial: EndingTrial = {
  ending: 'everywhere',
  shownBefore: true,
  before: reached,
  after: refused,
  control: reached,
  goneAfterMs: undefined,
  acts: [],
};
const judged = (change: Partial<EndingTrial>, ...more: EndingTrial[]) =>
  CHECKS.endingsElsewhereReachThePage.judge({ trials: [{ ...trial, ...change }, ...more] });
const unheard: Act = { act: 'look', heard: 'nothing', shown: true };

test('a page that leaves by itself passes, and one that learns of it when it is used does with advice', () => {
  expect(judged({ goneAfterMs: 20 })).toMatchObject({ outcome: 'pass', advice: [] });
  const late = judged({ acts: [unheard, { act: 'elsewhere', heard: 'refused', shown: false }] });
  expect([late.outcome, late.advice.length]).toEqual(['pass', 1]);
});

test('a page that was refused and shows the conversation still is a flaw, whatever it does later', () => {
  const refusal: Act = { act: 'elsewhere', heard: 'refused', shown: true };
  const said: Act = { act: 'say', heard: 'said', shown: true };
  expect(judged({ acts: [unheard, refusal, { ...said, shown: false }] }).outcome).toBe('fail');
  expect(judged({ acts: [unheard, said] }).outcome).toBe('fail');
  const sound = { ...trial, goneAfterMs: 20 };
  expect(judged({ acts: [unheard, refusal] }, sound).outcome).toBe('fail');
});

test('a page that asks the server for nothing tells nothing', () => {
  expect(judged({ acts: [unheard] }).outcome).toBe('inconclusive');
  expect(judged({ acts: [] }).outcome).toBe('inconclusive');
});

test('without its controls a trial tells nothing, and a session that goes on is for other checks', () => {
  const gone = { goneAfterMs: 20 };
  expect(judged({ ...gone, shownBefore: false }).outcome).toBe('inconclusive');
  expect(judged({ ...gone, before: refused }).outcome).toBe('inconclusive');
  expect(judged({ ...gone, control: refused }).outcome).toBe('inconclusive');
  expect(judged({ ...gone, after: { ...refused, unanswered: 'x' } }).outcome).toBe('inconclusive');
  expect(judged({ after: reached }, { ...trial, ...gone }).outcome).toBe('pass');
  expect(judged({ after: reached }).outcome).toBe('inconclusive');
});
