import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type { AddressEvidence } from '../../../checks/xss/addresses-do-not-run-as-script.ts';

test('a part of an address that runs is a flaw; where none could be opened, nothing is known', () => {
  const { judge } = CHECKS.addressesDoNotRunAsScript;
  const quiet: AddressEvidence = {
    opened: [{ page: 'the chat', parts: 30 }],
    effects: [],
    oracleWorks: true,
    untried: [],
  };
  const outcome = (change: Partial<AddressEvidence>): string =>
    judge({ ...quiet, ...change }).outcome;
  const effects = [{ page: 'the chat', carrier: 'parameter q', when: 'at once' }];
  expect(outcome({})).toBe('pass');
  expect(outcome({ effects })).toBe('fail');
  expect(outcome({ oracleWorks: false })).toBe('inconclusive');
  expect(outcome({ opened: [{ page: 'the chat', parts: 0 }] })).toBe('inconclusive');
  expect(outcome({ opened: [] })).toBe('inconclusive');
  expect(judge({ ...quiet, untried: ['it answered 414'] })).toMatchObject({
    outcome: 'pass',
    advice: [{ summary: 'it answered 414' }],
  });
});
