import { expect, test } from '@playwright/test';
import { handledAnswers, type Look } from '../../../fixtures/consistency/handled-answers.ts';
import type { Interruption } from '../../../fixtures/consistency/interruptions.ts';

const INTERRUPTION: Interruption = {
  what: 'an answer that was stopped',
  words: ['stopped', 'end'],
  end: 'end',
  next: { word: 'next', place: 'first' },
  strayAtOnce: false,
};
/** A question and what was written of its answer; what was asked next, and its answer. */
const SOUND = ['opening', 'stopped', 'end', 'stopped', 'next', 'next'];

function handled(first: string[], second: string[] = [], page: string[] = SOUND) {
  const looks: Record<'page' | 'device', Look> = {
    page: { first: page, second: [] },
    device: { first, second },
  };
  return handledAnswers([INTERRUPTION], looks, 'opening')[0];
}

test('the rest of a stopped answer is known wherever it does not belong', () => {
  const { what } = INTERRUPTION;
  const device = (where: string) => [{ view: 'device', where }];
  expect(handled(SOUND)).toEqual({ what, stray: [], whole: [] });
  expect(handled(SOUND.toReversed())).toEqual({ what, stray: [], whole: [] });
  expect(handled([...SOUND.slice(0, 5), 'end', 'next'])).toMatchObject({
    stray: device('below what was said next'),
  });
  expect(handled(['next', 'end', 'next', 'stopped', 'end', 'stopped', 'opening'])).toMatchObject({
    stray: device('below what was said next'),
  });
  expect(handled(SOUND, ['end'])).toMatchObject({ stray: device('in the other conversation') });
});

test('a stop that came too late, or was followed by no answer, proves nothing', () => {
  const whole = ['opening', 'stopped', 'end', 'stopped', 'end', 'next', 'next'];
  expect(handled(whole)).toMatchObject({ stray: [], whole: ['device'] });
  expect(handled(whole, [], whole)?.unknown).toContain('complete before it could be stopped');
  expect(handled(SOUND.slice(0, -1))?.unknown).toContain('was not answered');
});
