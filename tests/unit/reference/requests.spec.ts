import { request } from 'undici';
import { expect, test } from './chatbot-test.ts';

test('what another site sends changes nothing', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const attempts = [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];

  for (const headers of attempts) {
    const answer = await client.copy().send('POST', '/api/logout', undefined, headers);
    expect(answer.status, JSON.stringify(headers)).toBe(403);
  }
  expect((await client.send('GET', '/api/session')).status).toBe(200);
});

test('the page itself may change things', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const headers = { origin: client.origin, 'sec-fetch-site': 'same-origin' };
  expect((await client.send('POST', '/api/conversations', {}, headers)).status).toBe(201);
});

test('a body that is not JSON is refused', async ({ start, signIn }) => {
  const client = await signIn(await start());
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const headers = { 'content-type': type };
    const answer = await client.send('POST', '/api/conversations', {}, headers);
    expect(answer.status, type).toBe(415);
  }
  const broken = await request(`${client.origin}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(broken.statusCode).toBe(400);
  expect(await broken.body.json()).toHaveProperty('error');
});

test('a foreign name that points here is refused', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const answer = await client.send('GET', '/api/session', undefined, { host: 'evil.example' });
  expect(answer.status).toBe(400);
});

test('every screen is the same document, which holds nothing private', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start({ ui: { script: 'run()', style: 'a{}' } }));
  const { text, headers } = await client.send('GET', '/');

  for (const path of ['/login', '/try', '/c/some-id', '/account', '/share/some-id']) {
    expect((await client.send('GET', path)).text).toBe(text);
  }
  expect(text).not.toMatch(/alice|flaw|check|sessionwright/i);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(headers['permissions-policy']).toContain('camera=()');
  expect((await client.send('GET', '/share/x')).headers['x-robots-tag']).toBe('noindex');
  expect((await client.send('GET', '/assets/app.js')).text).toBe('run()');
});

test('an unknown address is not found, in the form that its sender expects', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start());
  expect(await client.send('GET', '/nowhere')).toMatchObject({
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
  expect(await client.send('GET', '/api/nowhere')).toMatchObject({
    status: 404,
    json: { error: 'There is nothing here.' },
  });
});

test('an asset is sent again only when it has changed', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const { headers } = await client.send('GET', '/assets/icon.svg');
  const tag = { 'if-none-match': String(headers['etag']) };
  expect((await client.send('GET', '/assets/icon.svg', undefined, tag)).status).toBe(304);
});
