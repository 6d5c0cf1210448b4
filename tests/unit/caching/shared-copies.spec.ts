import { expect, test } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { asWitness, type Witness } from '../../../fixtures/access/witness.ts';
import { sharedCopies } from '../../../fixtures/caching/shared-copies.ts';

const ADDRESS = 'http://localhost/api/c/7';

/** How a product and the cache in front of it treat an address that its owner, or nobody, asks for. */
interface Product {
  /** Whether the product answers there as it does at the conversation’s own address. */
  answersAt: (url: string) => boolean;
  /** Whether the cache keeps the answer. */
  keeps: (url: string) => boolean;
  needsNoCredentials?: boolean;
}

function conversationOf({ answersAt, keeps, needsNoCredentials = false }: Product): Conversation {
  const copies = new Set<string>();
  const probe = (label: string, reached: boolean): Promise<Probe> =>
    Promise.resolve({ label, reached, exchanges: [] });
  const witness = asWitness({
    order: 0,
    startedAt: 0,
    method: 'GET',
    url: ADDRESS,
    resourceType: 'fetch',
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
  });
  return {
    witnesses: [witness],
    before: { exchanges: [], stored: [] },
    session: { tap: { exchanges: [] } },
    control: ({ exchange }: Witness) => {
      if (answersAt(exchange.url) && keeps(exchange.url)) copies.add(exchange.url);
      return probe('its owner', exchange.url === ADDRESS || answersAt(exchange.url));
    },
    probe: (label: string, { exchange }: Witness) =>
      probe(label, needsNoCredentials || copies.has(exchange.url)),
  } as unknown as Conversation;
}

const anywhere = (): boolean => true;
const nowhere = (): boolean => false;
const styleSheets = (url: string): boolean => /\/[^/?]+\.css/.test(url);

test('a copy that a cache keeps of what looks like a file is handed to nobody in particular', async () => {
  const { attacks } = await sharedCopies(
    conversationOf({ answersAt: anywhere, keeps: styleSheets }),
  );
  const reached = attacks.filter(({ attack }) => attack.reached).map(({ name }) => name);
  expect(reached).toContain('GET /api/c/7, a style sheet behind it');
  expect(reached).not.toContain('GET /api/c/7, a script behind it');
  expect(attacks.every(({ before, after }) => before.reached && after.reached)).toBe(true);
});

test('without a cache every address is tried, and nobody gets anything', async () => {
  const { attacks } = await sharedCopies(conversationOf({ answersAt: anywhere, keeps: nowhere }));
  expect(attacks.length).toBeGreaterThan(5);
  expect(attacks.some(({ attack }) => attack.reached)).toBe(false);
});

test('an address at which the product answers nobody can mislead no cache', async () => {
  const { attacks, untried } = await sharedCopies(
    conversationOf({ answersAt: nowhere, keeps: anywhere }),
  );
  expect(attacks).toEqual([]);
  expect(untried).toEqual([expect.stringContaining('answers at no other address')]);
});

test('an open door is no copy', async () => {
  const { attacks, untried } = await sharedCopies(
    conversationOf({ answersAt: anywhere, keeps: anywhere, needsNoCredentials: true }),
  );
  expect(attacks).toEqual([]);
  expect(untried).toEqual([expect.stringContaining('needs no credentials')]);
});
