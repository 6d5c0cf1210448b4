import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Clock } from './chatbot-test.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';
import { LiveSocket } from './live-socket.ts';

const { idleSeconds, rememberSeconds, rememberIdleSeconds } = SHORT_IDLE_LIMIT;
/** So long after a limit a connection that is to be closed has been; milliseconds. */
const CLOSED_WITHIN_MS = 600;

/**
 * What becomes of a session that was left alone, and of another one that has a connection open.
 *
 * @param meanwhile other questions: what closes connections by itself takes a moment
 */
export async function idleDecisions(
  { origin, people }: RunningReference,
  clock: Clock,
  meanwhile: () => Promise<Decisions>,
): Promise<Decisions> {
  const idle = new HttpClient(origin);
  const listening = new HttpClient(origin);
  for (const client of [idle, listening]) await client.signIn(people.bob);
  const live = await LiveSocket.of(listening);
  clock.advance(idleSeconds + 1);
  const others = await meanwhile();
  await Promise.race([live.closed, pause(CLOSED_WITHIN_MS)]);
  return {
    ...others,
    'an idle session reads': (await idle.send('GET', '/api/session')).status === 200,
    'an open socket survives the idle limit': live.isOpen,
  };
}

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
