import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type {
  AtOnce,
  DevicesEvidence,
} from '../../../checks/inconsistent-state/devices-agree-on-what-was-said.ts';

const first: AtOnce = { word: 'one', by: 'the first device', told: false };
const second: AtOnce = { word: 'two', by: 'the second device', told: false };
const view = (on: string, ...words: string[]) => ({
  on,
  found: words.flatMap((word) => [
    { word, marks: ['div.mine'] },
    { word, marks: ['div.bot'] },
  ]),
});
const judged = (change: Partial<DevicesEvidence>) =>
  CHECKS.devicesAgreeOnWhatWasSaid.judge({
    rounds: [{ met: true, messages: [first, second] }],
    calm: ['calm', 'end'],
    views: [
      view('the first device', 'calm', 'two', 'one', 'end'),
      view('the second device', 'calm', 'two', 'one', 'end'),
    ],
    ...change,
  });
const both = (...words: string[]) => ({
  views: [view('the first device', ...words), view('the second device', ...words)],
});

test('two messages that stand there once, in whichever order both devices show, pass', () => {
  expect(judged({}).outcome).toBe('pass');
  expect(judged(both('calm', 'one', 'two', 'end')).outcome).toBe('pass');
});

test('a message that is lost is a flaw unless the person was told', () => {
  const lost = both('calm', 'one', 'end');
  expect(judged(lost).outcome).toBe('fail');
  const toldThat = (told: AtOnce['told']) => [
    { met: true, messages: [first, { ...second, told }] },
  ];
  expect(judged({ ...lost, rounds: toldThat(true) }).outcome).toBe('pass');
  expect(judged({ ...lost, rounds: toldThat('unclear') }).outcome).toBe('inconclusive');
});

test('a message that stands in another version of the conversation is not lost', () => {
  const { views } = both('calm', 'one', 'end');
  const apart = views.map((each) => ({ ...each, aside: ['two'] }));
  expect(judged({ views: apart }).outcome).toBe('pass');
  expect(judged({ views: [...apart.slice(1), ...views.slice(1)] }).outcome).toBe('fail');
});

test('a message that is doubled, and devices that do not agree, are flaws', () => {
  expect(judged(both('calm', 'one', 'two', 'two', 'end')).outcome).toBe('fail');
  expect(judged(both('one', 'calm', 'two', 'end')).outcome).toBe('fail');
  const views = [
    view('the first device', 'calm', 'one', 'two', 'end'),
    view('the second device', 'calm', 'two', 'one', 'end'),
  ];
  expect(judged({ views }).outcome).toBe('fail');
});

test('messages that did not meet, and a conversation that does not show what was said in peace, tell nothing', () => {
  expect(judged({ rounds: [{ met: false, messages: [first, second] }] }).outcome).toBe(
    'inconclusive',
  );
  expect(judged(both('one', 'two')).outcome).toBe('inconclusive');
  expect(judged({ views: [] }).outcome).toBe('inconclusive');
});
