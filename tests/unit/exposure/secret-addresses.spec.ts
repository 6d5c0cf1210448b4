import { expect, test } from '@playwright/test';
import type { SecretInAddress } from '../../../checks/insecure-storage/urls-carry-no-secrets.ts';
import { secretAddresses } from '../../../fixtures/traffic/secret-addresses.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { requestOf } from '../replay/product-test.ts';
import { CANARY, conversationIn, PASSWORD, SID } from './session-of.ts';

const found = async (exchanges: Exchange[], addresses: string[] = []): Promise<SecretInAddress[]> =>
  (await secretAddresses(conversationIn(exchanges, addresses))).found;

test('the controls are the read that brought the conversation, and the credential in the traffic', async () => {
  const evidence = await secretAddresses(conversationIn([]));
  expect(evidence).toMatchObject({
    found: [],
    sets: [['cookie sid']],
    unseen: [],
    canarySeen: true,
  });
  expect(evidence.looked).toBeGreaterThan(0);
});

test('a credential in the address of a socket is found, and not shown', async () => {
  const socket = requestOf(`ws://localhost/live/${SID}?token=${SID}`, { order: 3, frames: [] });
  expect(await found([socket])).toEqual([
    {
      what: 'cookie sid',
      kind: 'socket',
      where: 'GET /live/‹…›',
      part: 'path',
      seenBy: 'ws://localhost',
      encodings: [],
    },
    {
      what: 'cookie sid',
      kind: 'socket',
      where: 'GET /live/‹…›',
      part: 'query',
      seenBy: 'ws://localhost',
      encodings: [],
    },
  ]);
});

test('what was said is found in the path of a page, in a fragment, and in a redirect', async () => {
  const redirect = requestOf('http://localhost/begin', {
    order: 3,
    responseHeaders: [{ name: 'location', value: `/c/1#${CANARY}` }],
  });
  const sightings = await found([redirect], [`http://localhost/c/1/${CANARY}-is-the-name`]);
  expect(sightings).toMatchObject([
    { what: 'conversation', kind: 'redirect', part: 'fragment', where: '/c/1' },
    { what: 'conversation', kind: 'page', part: 'path', where: '/c/1/‹…›' },
  ]);
});

test('a Referer tells another site what the page’s own server knows anyhow', async () => {
  const asked = (url: string): Exchange =>
    requestOf(url, {
      order: 3,
      requestHeaders: [{ name: 'referer', value: `http://localhost/c/${CANARY}` }],
    });
  const page = `http://localhost/c/${CANARY}`;
  const kinds = (sightings: SecretInAddress[]) =>
    sightings.map(({ kind, seenBy }) => `${kind} ${seenBy}`);
  const own = await found([asked('http://localhost/api/list')], [page]);
  expect(kinds(own)).toEqual(['page http://localhost']);
  const others = await found([asked('http://tracker.example/pixel')], [page]);
  expect(kinds(others)).toEqual(['referer http://tracker.example', 'page http://localhost']);
});

test('a password that a form sends by GET is found', async () => {
  const entry = requestOf(`http://localhost/login?password=${encodeURIComponent(PASSWORD)}`, {
    order: 3,
  });
  expect(await found([entry])).toMatchObject([
    { what: 'password', kind: 'request', where: 'GET /login', part: 'query' },
  ]);
});

test('values that authenticate nobody may stand in addresses', async () => {
  const asked = requestOf('http://localhost/api/list?csrf=a-value-of-no-weight&user=42', {
    order: 3,
  });
  expect(await found([asked])).toEqual([]);
});
