import type { Probe } from '../../../checks/evidence/probe.ts';
import {
  failedLogoutIsNotHidden,
  type AdverseLogout,
} from '../../../checks/revocation/failed-logout-is-not-hidden.ts';
import { longestLife } from '../../../fixtures/endings/adverse-logouts.ts';
import { expect, test } from './little-product.ts';
import { PLAIN_WITNESS } from '../access/plain-witness.ts';

const probe = (reached: boolean): Probe => ({ label: '', reached, exchanges: [] });
const ATTACKED = { name: 'cookie sid', before: probe(true), after: probe(true) };

const logout = (
  toldSignedOut: AdverseLogout['toldSignedOut'],
  reached: boolean,
): AdverseLogout => ({
  difficulty: 'the server answers 500',
  met: true,
  toldSignedOut,
  attacks: [{ ...ATTACKED, attack: probe(reached) }],
});
const outcome = (...logouts: AdverseLogout[]): string =>
  failedLogoutIsNotHidden.judge({ logouts }).outcome;

test('what a page told matters where the session lives on, and is then no pass unless it is known', () => {
  expect(outcome(logout(true, true))).toBe('fail');
  expect(outcome(logout(false, true))).toBe('pass');
  expect(outcome(logout('unclear', true))).toBe('inconclusive');
  expect(outcome(logout('unclear', false))).toBe('pass');
  expect(outcome(logout('unclear', true), logout(true, true))).toBe('fail');
});

const HELD = {
  path: { witness: PLAIN_WITNESS, slots: [] },
  credentials: [],
  before: probe(true),
  acceptedAt: 0,
};

/** A product that refuses what was signed out after so long. */
const refusingAfter = (ms: number) => {
  const startedAt = Date.now();
  return { probe: () => Promise.resolve(probe(Date.now() - startedAt < ms)) };
};

test('a logout revokes nothing only where that is so after what the policy allows', async () => {
  const endedAt = Date.now();
  expect(await longestLife([HELD], refusingAfter(0), endedAt, 500)).toBe(500);
  expect(await longestLife([HELD], refusingAfter(3_500), endedAt, 4_500)).toBe(4_500);
});

test('what an undisturbed logout takes longer than the policy is no difficulty’s doing', async () => {
  const took = await longestLife([HELD], refusingAfter(800), Date.now(), 0);
  expect(took).toBeGreaterThanOrEqual(800);
  expect(await longestLife([HELD], refusingAfter(Infinity), Date.now(), 0)).toBeUndefined();
});

test('a browser is closed while an answer is held back, and once more', async ({ openProduct }) => {
  const session = await openProduct({
    '/': `<button onclick="fetch('/end/204', { method: 'POST' })">End</button>`,
  });
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const dealtWith: Promise<void>[] = [];
  await session.context.route('**/end/204', (route) => {
    const dealt = held.then(() => route.continue());
    dealtWith.push(dealt);
    return dealt;
  });
  const asked = session.page.waitForRequest('**/end/204');
  await session.page.getByRole('button').click();
  await asked;
  await session.close();
  letGo();
  // What becomes of it is nobody's concern, and breaks no test.
  expect(await Promise.allSettled(dealtWith)).toHaveLength(1);
  await session.close();
});
