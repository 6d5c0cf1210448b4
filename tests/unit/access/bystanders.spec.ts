import { expect, test } from '@playwright/test';
import { WaveringControlError } from '../../../checks/credentials/minimal-sets.ts';
import type { Probe } from '../../../checks/evidence/probe.ts';
import { Secret } from '../../../checks/secret.ts';
import { bystandersOf } from '../../../fixtures/access/bystanders.ts';
import type { Carrier, Credential } from '../../../fixtures/replay/credentials.ts';
import { PLAIN_WITNESS } from './plain-witness.ts';

const credential = (carrier: Carrier, name: string, value: string): Credential => ({
  carrier,
  name,
  value: new Secret(value),
});

/** What a person's browser sends to this product. */
const sentBy = (person: string, pair: string): Credential[] => [
  credential('cookie', 'sid', `session-of-${person}`),
  credential('cookie', 'xsrf', pair),
  credential('header', 'x-xsrf', pair),
  credential('header', 'apikey', 'the-key-of-the-application'),
  credential('header', 'x-device', `device-of-${person}`),
];

/** The product: who asks is told by the session alone; the pair must fit, the key be right, a device be named. */
function isAlices(sent: readonly Credential[]): boolean {
  const value = (name: string): string =>
    sent.find((one) => one.name === name)?.value.reveal() ?? '';
  return (
    value('sid') === 'session-of-alice' &&
    value('xsrf') !== '' &&
    value('xsrf') === value('x-xsrf') &&
    value('apikey') === 'the-key-of-the-application' &&
    value('x-device') !== ''
  );
}

const answering = (judge: (sent: readonly Credential[]) => Omit<Probe, 'label' | 'exchanges'>) => ({
  probe: (label: string, _: unknown, __: string, sent: readonly Credential[]): Promise<Probe> =>
    Promise.resolve({ label, exchanges: [], ...judge(sent) }),
});
const bob = { credentialsFor: () => Promise.resolve(sentBy('bob', 'pair-of-bob')) };

test('what another person’s values replace says nothing of who asks', async () => {
  const product = answering((sent) => ({ reached: isAlices(sent) }));
  const set = sentBy('alice', 'pair-of-alice');
  const found = await bystandersOf('canary', PLAIN_WITNESS, set, bob, product);
  expect(found.map(({ name }) => name).sort()).toEqual(['apikey', 'x-device', 'x-xsrf', 'xsrf']);
});

test('two values that authenticate together both say who asks', async () => {
  const pair = (person: string): Credential[] => [
    credential('cookie', 'sid', `session-of-${person}`),
    credential('cookie', 'sid.sig', `signature-of-${person}`),
    credential('header', 'x-device', `device-of-${person}`),
  ];
  const product = answering((sent) => ({
    reached: sent.slice(0, 2).every(({ value }) => value.reveal().endsWith('alice')),
  }));
  const other = { credentialsFor: () => Promise.resolve(pair('bob')) };
  const found = await bystandersOf('canary', PLAIN_WITNESS, pair('alice'), other, product);
  expect(found.map(({ name }) => name)).toEqual(['x-device']);
});

test('no answer is no answer to the question', async () => {
  const product = answering(() => ({ reached: false, unanswered: 'the target throttles' }));
  const set = sentBy('alice', 'pair-of-alice');
  await expect(bystandersOf('canary', PLAIN_WITNESS, set, bob, product)).rejects.toThrow(
    WaveringControlError,
  );
});
