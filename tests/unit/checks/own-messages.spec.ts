import { expect, test } from '@playwright/test';
import { type Occurrence, ownMessages } from '../../../checks/inconsistent-state/own-messages.ts';

const message = (word: string, ...marks: string[]): Occurrence => ({
  word,
  marks: ['main', 'article', '.message', '.user', ...marks],
});
const reply = (word: string): Occurrence => ({
  word,
  marks: ['main', 'article', '.message', '.bot', '.prose'],
});
const said = (word: string): Occurrence[] => [message(word), reply(word)];
const calm = ['first', 'last'];

function counts(found: Occurrence[], ...words: string[]): unknown {
  const own = ownMessages(found, calm);
  return typeof own === 'string' ? own : words.map((word) => own.count(word));
}

test('a reply that repeats a message is none, however often it does', () => {
  const chatty = [message('once'), reply('once'), reply('once'), reply('once')];
  const found = [...said('first'), ...chatty, ...said('last')];
  expect(counts(found, 'once', 'never')).toEqual([1, 0]);
});

test('a message that was sent twice stands there twice, although the second of a group looks different', () => {
  const twice = [message('twice', '.first-of-group'), message('twice')];
  const found = [message('first', '.first-of-group'), reply('first'), ...twice].concat(
    message('last', '.first-of-group'),
    reply('last'),
  );
  expect(counts(found, 'twice')).toEqual([2]);
});

test('where the bot repeats nothing, every message of the person’s is one', () => {
  const found = [message('first'), message('twice'), message('twice'), message('last')];
  expect(counts(found, 'twice')).toEqual([2]);
});

test('where messages and replies look alike, the number tells', () => {
  const plain = (word: string): Occurrence => ({ word, marks: ['main', 'p'] });
  const found = ['first', 'first', 'twice', 'twice', 'twice', 'twice', 'last', 'last'].map(plain);
  expect(counts(found, 'twice')).toEqual([2]);
  expect(counts(found.slice(1), 'twice')).toContain('could not be told');
});

test('a list with its newest message first is read from its end', () => {
  const found = [...said('first'), ...said('middle'), ...said('last')].reverse();
  const own = ownMessages(found, calm);
  expect(typeof own === 'string' ? own : own.order).toEqual(['first', 'middle', 'last']);
});

test('a calm message that is missing, or stands there twice itself, tells nothing', () => {
  expect(counts(said('first'))).toContain('did not show');
  const twice = [message('first'), message('first'), message('last')];
  expect(counts(twice)).toContain('could not be told');
  expect(counts([...said('first'), message('first'), ...said('last')])).toContain('be told');
});
