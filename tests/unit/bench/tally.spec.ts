import { expect, test } from '@playwright/test';
import { tally } from '../../bench/tally.ts';

const found = (outcome: string, ...reasons: string[]) => [
  { project: 'p', test: 't', outcome, reasons },
];

test('runs that found the same are the same', () => {
  const [told] = tally([found('pass'), found('pass'), found('pass')]);
  expect(told).toEqual({ project: 'p', test: 't', outcomes: 'pass ×3', same: true });
});

test('a run that found something else is told with its reason, and so is one that found nothing', () => {
  const [told] = tally([found('pass'), found('inconclusive', 'no answer came'), [], found('pass')]);
  expect(told).toEqual({
    project: 'p',
    test: 't',
    outcomes: 'pass ×2, inconclusive ×1 (run 2: no answer came), nothing ×1',
    same: false,
  });
});

test('stories are told apart by chatbot, too', () => {
  const run = [...found('pass'), ...found('fail').map((each) => ({ ...each, project: 'q' }))];
  expect(tally([run, run]).map(({ outcomes, same }) => [outcomes, same])).toEqual([
    ['pass ×2', true],
    ['fail ×2', true],
  ]);
});
