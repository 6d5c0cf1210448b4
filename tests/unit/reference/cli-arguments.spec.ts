import { expect, test } from '@playwright/test';
import { readArguments } from '../../../targets/reference/cli-arguments.ts';
import { FLAW_NAMES } from '../../../targets/reference/flaws.ts';

test('without words the chatbot is sound, keeps sessions in a cookie, and takes a free port', () => {
  expect(readArguments([])).toEqual({ mechanism: 'cookie', flaw: undefined, port: 0 });
});

test('all that can be chosen is read', () => {
  const words = ['--mechanism', 'token', '--flaw=tokenSignatureUnchecked', '--port', '4000'];
  expect(readArguments(words)).toEqual({
    mechanism: 'token',
    flaw: 'tokenSignatureUnchecked',
    port: 4000,
  });
});

test('help is help, whatever else is said', () => {
  expect(readArguments(['--help'])).toBe('help');
  expect(readArguments(['-h', '--flaw', 'nonsense'])).toBe('help');
});

test('every unknown name is told at once, with the known ones', () => {
  const words = ['--mechanism', 'basic', '--flaw', 'nonsense', '--port', '70000'];
  const message = [
    'There is no mechanism “basic”. Known: cookie, token.',
    `There is no flaw “nonsense”. Known: ${FLAW_NAMES.join(', ')}.`,
    '--port must be a number from 0 to 65535, not “70000”.',
  ].join('\n');
  expect(() => readArguments(words)).toThrow(message);
});

test('an unknown option, a missing value and a stray word are answered with the usage', () => {
  for (const words of [['--colour'], ['--port'], ['stray']]) {
    expect(() => readArguments(words)).toThrow('npm run chatbot --');
  }
});

test('a flaw that the mechanism cannot have is refused with the reason', () => {
  const words = ['--mechanism', 'token', '--flaw', 'visitorSessionOpensConversations'];
  expect(() => readArguments(words)).toThrow('needs the mechanism cookie');
});
