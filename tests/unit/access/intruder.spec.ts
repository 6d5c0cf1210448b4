import { expect } from '@playwright/test';
import type { AccessPath, Renewal } from '../../../fixtures/access/access-path.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { attemptBy } from '../../../fixtures/access/intruder.ts';
import { asWitness } from '../../../fixtures/access/witness.ts';
import { Secret } from '../../../checks/secret.ts';
import type { Answer } from '../../../fixtures/replay/send.ts';
import { requestOf, test } from '../replay/product-test.ts';

test('whoever tries to open another’s conversation by a renewal goes on with what he was issued', async ({
  product,
  replayerOf,
}) => {
  const origin = await product((response, { url }) => {
    if (url !== '/refresh') {
      response.writeHead(403).end('{"error":"not yours"}');
      return;
    }
    response.setHeader('set-cookie', 'refresh=his-second-refresh-token; Path=/refresh; HttpOnly');
    response.end('{"access":"his-second-access-token"}');
  });
  const replayer = replayerOf(origin);
  const header = [{ name: 'authorization', value: 'Bearer her-first-access-token' }];
  const cookie = [{ name: 'cookie', value: 'refresh=her-first-refresh-token' }];
  const renewal: Renewal = {
    name: 'POST /refresh',
    exchange: requestOf(`${origin}/refresh`, { method: 'POST', requestHeaders: cookie }),
    slots: [{ carrier: 'cookie', name: 'refresh' }],
    issues: { carrier: 'header', name: 'authorization' },
    prefix: 'Bearer ',
    place: { in: 'json', path: ['access'] },
  };
  const witness = asWitness(requestOf(`${origin}/conversation`, { requestHeaders: header }));
  const path: AccessPath = { witness, slots: [renewal.issues], renewal };
  const canary = 'kxhers0123456789abcd';
  const hers = {
    canary,
    paths: [path],
    probe: (label: string, _: unknown, sent: []) =>
      replayer.probe(label, witness.exchange, canary, sent),
  } as unknown as Conversation;
  const issued: Answer[] = [];
  const own = {
    goOnWith: (_: Renewal, __: unknown, answer: Answer) => Promise.resolve(issued.push(answer)),
  } as unknown as Conversation;
  const refresh = {
    carrier: 'cookie',
    name: 'refresh',
    value: new Secret('his-first-refresh'),
  } as const;

  const attempt = await attemptBy(
    { label: 'Bob', credentialsFor: () => [refresh], own },
    hers,
    witness,
    replayer,
  );

  expect(attempt.reached).toBe(false);
  expect(issued.map(({ body }) => body.toString())).toEqual([
    '{"access":"his-second-access-token"}',
  ]);
  expect(issued[0]?.headers.filter(({ name }) => name === 'set-cookie')).toHaveLength(1);
});
