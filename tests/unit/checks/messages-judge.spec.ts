import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type {
  MessagesEvidence,
  MessageTrial,
} from '../../../checks/unauthenticated-access/messages-of-other-sites-are-ignored.ts';
import { candidateMessages } from '../../../fixtures/messages/candidate-messages.ts';
import { lookalikesOf } from '../../../fixtures/messages/lookalikes.ts';

const look = { label: 'her look', reached: true, exchanges: [] };
const TRIAL: MessageTrial = {
  origin: 'http://attacker.localhost:1',
  shown: true,
  arrived: 60,
  written: [],
  told: [],
};
const judged = (trial: Partial<MessageTrial>, change: Partial<MessagesEvidence> = {}) =>
  CHECKS.messagesOfOtherSitesAreIgnored.judge({
    listeners: 1,
    made: 60,
    own: { arrived: 60, written: [] },
    before: look,
    after: look,
    trials: [{ ...TRIAL, ...trial }],
    ...change,
  });

test('messages that arrived and did nothing pass; so do those that the browser keeps back', () => {
  expect(judged({}).outcome).toBe('pass');
  expect(judged({ arrived: 'cut off' }).outcome).toBe('pass');
  const strict = judged({ shown: false, arrived: 'cut off' });
  expect(strict.advice).toEqual([{ summary: expect.stringContaining('nobody is signed in') }]);
});

test('what was not delivered is not known to do nothing', () => {
  expect(judged({ arrived: 0 }).outcome).toBe('inconclusive');
  expect(judged({ unanswered: '503' }).outcome).toBe('inconclusive');
  expect(judged({}, { own: { arrived: 0, written: [] } }).outcome).toBe('inconclusive');
  expect(judged({}, { after: { ...look, reached: false } }).outcome).toBe('inconclusive');
});

test('what a message wrote and what a page was told are two flaws', () => {
  const { outcome, flaws } = judged({ written: ['POST /say'], told: ['cookie sid'] });
  expect(outcome).toBe('fail');
  expect(flaws.map(({ summary }) => summary)).toEqual([
    expect.stringContaining('taken for the person’s own'),
    expect.stringContaining('posted cookie sid'),
  ]);
});

test('messages are made of the words that a page compares them with', () => {
  const listener = `e=>{let t=e.data;switch(t.kind){case"say":go(t.thread_id,t.words)}}`;
  const script = `${'x'.repeat(5000)};window.addEventListener("message",n);function n(e){"a:b"===e.data.op&&JSON.parse(e.data)}`;
  const made = candidateMessages(
    { listeners: [listener], scripts: [script], received: [] },
    'M',
    'C',
  );
  expect(made.length).toBeLessThanOrEqual(60);
  expect(made).toContainEqual(expect.objectContaining({ kind: 'say', words: 'M', thread_id: 'C' }));
  expect(made).toContainEqual(expect.objectContaining({ op: 'a:b', text: 'M' }));
  expect(made).toContain('M');
  expect(made.some((each) => typeof each === 'string' && each.includes('"op":"a:b"'))).toBe(true);
});

test('a message of the product’s own is sent again with another text in it', () => {
  const received = ['{"type":"note","text":"hers","extra":7}', '"plain"'];
  const made = candidateMessages({ listeners: [], scripts: [], received }, 'M', 'C');
  expect(made[0]).toMatchObject({ type: 'note', text: 'M', extra: 7 });
});

test('origins look like the product’s own where there can be such a host', () => {
  const attacker = 'http://attacker.localhost:9';
  expect(lookalikesOf('https://chat.example', attacker)).toEqual([
    attacker,
    'https://chat.example.attacker.localhost',
    'https://attackerchat.example',
  ]);
  expect(lookalikesOf('http://127.0.0.1:80', attacker)).toEqual([
    attacker,
    'http://127.0.0.1.attacker.localhost',
  ]);
});
