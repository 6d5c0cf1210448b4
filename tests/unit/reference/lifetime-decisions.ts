import { expect } from '@playwright/test';
import { LIMITS_FOR_RUNS } from '../../../targets/reference/policy.ts';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Clock } from './chatbot-test.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

const { rememberSeconds, rememberIdleSeconds } = LIMITS_FOR_RUNS;

/**
 * What becomes of a session that is used until it is older than its absolute limit. Moves the clock by more than that.
 */
export async function lifetimeDecisions(
  { origin, mechanism, people }: RunningReference,
  clock: Clock,
): Promise<Decisions> {
  const client = new HttpClient(origin);
  // Remembered ones last longer, and can be left alone for longer: fewer steps lead there.
  expect((await client.signIn(people.alice, true)).status).toBe(200);
  const session = async () => {
    if (mechanism === 'token') await client.refresh();
    return client.send('GET', '/api/session');
  };
  const told = (await session()).json as { absoluteExpiresAt: number | null };
  const step = rememberIdleSeconds - 1;
  for (let age = 0; age <= rememberSeconds; age += step) {
    clock.advance(step);
    await session();
  }
  return {
    'the page is told of an absolute limit': told.absoluteExpiresAt !== null,
    'a session in use reads past its absolute limit': (await session()).status === 200,
  };
}
