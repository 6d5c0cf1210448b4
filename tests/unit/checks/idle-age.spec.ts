import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import { span } from '../../../checks/idle-timeout/judge-age.ts';

test('ages are told in the unit that people use', () => {
  expect([10.24, 119, 120, 1800, 7300, 86_412, 14 * 86_400].map(span)).toEqual([
    '10.2 s',
    '119 s',
    '2 min',
    '30 min',
    '2 h',
    '24 h',
    '14 days',
  ]);
});

const probe = (reached: boolean) => ({ label: '', reached, exchanges: [] });
const parked = (reached: boolean, survived: boolean, idleForSeconds = 86_400) =>
  CHECKS.idleSessionEndsOnServer.judge({
    limitSeconds: 1800,
    idleForSeconds,
    attacks: [
      { name: 'cookie sid', before: probe(true), attack: probe(reached), after: probe(true) },
    ],
    survivor: probe(survived),
  });

test('a parked session that is refused ended by its age only where sign-ins end no others', () => {
  expect(parked(false, true).outcome).toBe('pass');
  expect(parked(false, false).outcome).toBe('inconclusive');
});

test('a refusal long after the limit is told for what it shows', () => {
  expect(parked(false, true).advice.map(({ summary }) => summary)).toEqual([
    'refused after 24 h without activity (limit 30 min): that it ends at its limit is shown only by a run that may wait for it',
  ]);
  expect(parked(false, true, 2_400).advice).toEqual([]);
});

test('a parked session that still opens the conversation is a flaw, whatever else ended', () => {
  expect(parked(true, false).outcome).toBe('fail');
  expect(parked(true, true).flaws[0]?.summary).toBe(
    'after 24 h without activity (limit 30 min) the conversation was still opened by cookie sid',
  );
});
