import { expect, test } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import { diesAfter } from '../../../fixtures/access/dying.ts';

const answer = (told: Partial<Probe>): Probe => ({
  label: '',
  reached: false,
  exchanges: [],
  ...told,
});

test('a credential dies when it is first refused, and silence is no refusal', async () => {
  const answers = [
    answer({ reached: true }),
    answer({ unanswered: 'the target throttles requests (429)' }),
    answer({ reached: true }),
    answer({}),
  ];
  let asked = 0;
  const endedAt = Date.now();
  const died = await diesAfter(() => Promise.resolve(answers[asked++] ?? answer({})), endedAt, 0);
  expect(asked).toBe(4);
  expect(died).toBeGreaterThan(0);
});

test('it is watched for as long as the policy gives it', async () => {
  const endedAt = Date.now();
  const alive = (): Promise<Probe> => Promise.resolve(answer({ reached: true }));
  expect(await diesAfter(alive, endedAt, 4_000)).toBeUndefined();
  expect(Date.now() - endedAt).toBeGreaterThanOrEqual(4_000);
});
