import { expect, test } from '@playwright/test';
import { SignOutRequest } from '../../../fixtures/endings/sign-out-request.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';

const ORIGIN = 'http://127.0.0.1:9';

const sent = (method: string, path: string, resourceType = 'fetch'): Exchange => ({
  order: 0,
  startedAt: 0,
  method,
  url: ORIGIN + path,
  resourceType,
  requestHeaders: [],
  status: 204,
  responseHeaders: [],
});

const touch = sent('POST', '/api/session/touch');

for (const { title, exchanges, before, ends } of [
  {
    title: 'a sign of life that comes first is not it',
    exchanges: [touch, sent('POST', '/api/logout')],
    before: [],
    ends: '/api/logout',
  },
  {
    title: 'a renewal that was seen before is not it, whatever the logout is called',
    exchanges: [sent('POST', '/auth/token'), sent('POST', '/bye')],
    before: [sent('POST', '/auth/token')],
    ends: '/bye',
  },
  {
    title: 'a session that is deleted',
    exchanges: [touch, sent('DELETE', '/api/session/current')],
    before: [],
    ends: '/api/session/current',
  },
  {
    title: 'a page that signs out, not a picture of it',
    exchanges: [sent('GET', '/img/logout.svg', 'image'), sent('GET', '/sign-out', 'document')],
    before: [],
    ends: '/sign-out',
  },
]) {
  test(`the request that signs out is told from others: ${title}`, () => {
    const request = SignOutRequest.learnFrom(exchanges, before);
    expect(request?.path).toBe(ends);
  });
}

test('a page that only reads signs nobody out', () => {
  expect(SignOutRequest.learnFrom([sent('GET', '/api/me')])).toBeUndefined();
});
