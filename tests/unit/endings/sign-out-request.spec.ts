import { type BrowserContext, expect, type Route, test } from '@playwright/test';
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

/** Everything goes to one address, each request with what it asks for. */
const asked = (query: string): Exchange => ({
  ...sent('POST', '/graphql'),
  requestBody: Buffer.from(JSON.stringify({ query })),
});

/** A form, whose framework takes a field of it for the method. */
const form = (path: string, fields: string): Exchange => ({
  ...sent('POST', path),
  requestBody: Buffer.from(fields),
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
  {
    title: 'a form that stands for a deletion, where the session began by one',
    exchanges: [form('/sitzung', 'a=1&_method=delete')],
    before: [form('/sitzung', 'a=1&password=x')],
    ends: '/sitzung',
  },
  {
    title: 'one operation of an address that takes them all',
    exchanges: [asked('query Me { me }'), asked('mutation Leave { leave }')],
    before: [asked('mutation SignIn { a }')],
    ends: '/graphql',
  },
]) {
  test(`the request that signs out is told from others: ${title}`, () => {
    const request = SignOutRequest.learnFrom(exchanges, before);
    expect(request?.path).toBe(ends);
  });
}

for (const [title, request, dealtWith] of [
  ['the same operation', asked('mutation Leave { leave }'), true],
  ['another operation at its address', asked('query Me { me }'), false],
  ['a form that stands for another method', form('/graphql', '_method=delete'), false],
  ['another method', { ...asked('mutation Leave { leave }'), method: 'PUT' }, false],
] as const) {
  test(`what stands in the way of a sign-out stands in the way of nothing else: ${title}`, async () => {
    let handle: ((route: Route) => Promise<void>) | undefined;
    const context = {
      route: (_: unknown, handler: (route: Route) => Promise<void>) => {
        handle = handler;
        return Promise.resolve();
      },
    } as unknown as BrowserContext;
    const learnt = SignOutRequest.learnFrom([
      asked('query Me { me }'),
      asked('mutation Leave { a }'),
    ]);
    const seen = await learnt?.intercept(context, () => Promise.resolve());
    await handle?.({
      request: () => ({
        method: () => request.method,
        url: () => request.url,
        postDataBuffer: () => request.requestBody,
      }),
      fallback: () => Promise.resolve(),
    } as unknown as Route);
    expect(seen?.()).toBe(dealtWith ? 1 : 0);
  });
}

test('a page that only reads signs nobody out', () => {
  expect(SignOutRequest.learnFrom([sent('GET', '/api/me')])).toBeUndefined();
});
