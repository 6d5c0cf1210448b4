import { expect } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { Secret } from '../../../checks/secret.ts';
import { type PreparedRequest, sendAs } from '../../../fixtures/access/prepared-request.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import { requestOf, test } from '../replay/product-test.ts';

const SESSION: Credential = { carrier: 'cookie', name: 'sid', value: new Secret('of-alice') };
const ISSUES = { carrier: 'header', name: 'x-csrf' } as const;

test('an anti-CSRF value goes with the cookie that came along with it', async ({
  product,
  replayerOf,
}) => {
  const issued = new Set<string>();
  const origin = await product((response, { url, headers }) => {
    if (url === '/csrf') {
      const value = randomUUID();
      issued.add(value);
      response.setHeader('Set-Cookie', [`twin=${value}; Path=/; HttpOnly`, 'theme=dark']);
      response.end(JSON.stringify({ value }));
      return;
    }
    const value = String(headers['x-csrf']);
    const cookies = String(headers.cookie).split('; ').sort().join('; ');
    const taken = issued.has(value) && cookies === `sid=of-alice; twin=${value}`;
    response.statusCode = taken ? 200 : 403;
    response.end();
  });
  const cookie = (value: string) => [{ name: 'cookie', value }];
  const prepared: PreparedRequest = {
    exchange: requestOf(`${origin}/out`, {
      method: 'POST',
      requestHeaders: [
        ...cookie('sid=of-another; twin=of-another'),
        { name: 'x-csrf', value: 'of-another' },
      ],
    }),
    issuers: [
      {
        name: 'GET /csrf',
        exchange: requestOf(`${origin}/csrf`, { requestHeaders: cookie('sid=of-another') }),
        slots: [{ carrier: 'cookie', name: 'sid' }],
        issues: ISSUES,
        prefix: '',
        place: { in: 'json', path: ['value'] },
      },
    ],
    madeUp: [],
  };
  const session = { credentialsFor: () => Promise.resolve([SESSION]) };

  const { answer } = await sendAs(session, prepared, replayerOf(origin), 'signing out');

  expect(answer.status).toBe(200);
});
