import { expect } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import { attempt } from '../../../fixtures/intrusion/attempt-write.ts';
import { gone } from '../../../fixtures/intrusion/gone.ts';
import type { RecordedWrite } from '../../../fixtures/intrusion/recorded-writes.ts';
import { type Answering, requestOf, test } from '../replay/product-test.ts';

const bob = {
  label: 'Bob',
  session: { credentialsFor: () => Promise.resolve([]) },
  issued: [],
};
const seen = (reached: boolean, status = 200, unanswered?: string): Probe => ({
  label: 'Alice looks',
  reached,
  exchanges: [
    {
      label: 'a look',
      method: 'GET',
      url: 'http://localhost/c',
      requestHeaders: [],
      status,
      responseHeaders: [],
      canarySeen: reached,
      startedAt: 0,
      duration: 0,
    },
  ],
  ...(unanswered === undefined ? {} : { unanswered }),
});

/** A write that takes an anti-CSRF token of its sender's, and never takes effect. */
function writeTo(origin: string): RecordedWrite {
  const slot = { carrier: 'body', name: '/csrf' } as const;
  return {
    name: 'append',
    prepared: {
      exchange: requestOf(`${origin}/say`, {
        method: 'POST',
        requestBody: Buffer.from('{"csrf":"token-of-alice-0001","text":"word"}'),
        identitySlots: [slot],
      }),
      issuers: [
        {
          name: 'GET /csrf',
          exchange: requestOf(`${origin}/csrf`),
          slots: [],
          issues: slot,
          prefix: '',
          place: { in: 'json', path: ['csrf'] },
        },
      ],
      madeUp: [],
    },
    word: 'word',
    text: (mark) => mark,
    ends: false,
    tookEffect: () => Promise.resolve(seen(false)),
  };
}

/** What answers the request for a token, and what the write. */
const answering =
  (token: number, write: number): Answering =>
  (response, { url }) => {
    const status = url === '/csrf' ? token : write;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 200 ? '{"csrf":"token-of-somebody-01"}' : '{}');
  };

for (const [what, token, write, unanswered] of [
  ['a write that is refused was refused', 200, 403, undefined],
  ['a token that is refused was refused', 403, 403, undefined],
  ['a write that is throttled was not refused', 200, 429, /throttles/],
  ['a write of a product that is down was not refused', 200, 503, /not available/],
  ['a write without a token that was throttled was not refused', 429, 403, /csrf .*throttles/],
] as const) {
  test(what, async ({ product, replayerOf }) => {
    const origin = await product(answering(token, write));
    const replayer = replayerOf(origin);
    const probe = await attempt(writeTo(origin), [], bob, { replayer });
    expect(probe.reached).toBe(false);
    expect(probe.unanswered ?? '').toMatch(unanswered ?? /^$/);
  });
}

test('a token that the owner could not be issued leaves the write of others open', async ({
  product,
  replayerOf,
}) => {
  // The first token is the writer's own, the second is hers.
  let tokens = 0;
  const origin = await product((response, request, earlier) => {
    if (request.url === '/csrf') tokens += 1;
    answering(tokens === 2 ? 503 : 200, 403)(response, request, earlier);
  });
  const replayer = replayerOf(origin);
  const owner = { session: bob.session, known: [] };
  const probe = await attempt(writeTo(origin), [], bob, { replayer }, owner);
  expect(probe).toMatchObject({
    reached: false,
    unanswered: expect.stringContaining('not available'),
  });
});

for (const [what, look, elsewhere, expected] of [
  ['is still seen has not gone', seen(true), seen(true), {}],
  [
    'is not seen, by a session that sees another, has gone',
    seen(false),
    seen(true),
    { reached: true },
  ],
  [
    'nobody answers for has not gone',
    seen(false, 0, 'the target throttles'),
    seen(true),
    { unanswered: 'the target throttles' },
  ],
  ['fails has not gone', seen(false, 500), seen(true), { unanswered: /500/ }],
  [
    'is not seen by a session that has ended has not gone',
    seen(false),
    seen(false, 401),
    { unanswered: /either/ },
  ],
  [
    'is not seen, where the other look got no answer, has not gone',
    seen(false),
    seen(false, 429, 'the target throttles'),
    { unanswered: /throttles/ },
  ],
] as const satisfies [
  string,
  Probe,
  Probe,
  { reached?: boolean; unanswered?: RegExp | string },
][]) {
  test(`a conversation that ${what}`, async () => {
    const { reached, unanswered = '' } = await gone(
      () => Promise.resolve(look),
      () => Promise.resolve(elsewhere),
    );
    expect(reached).toBe('reached' in expected);
    expect(unanswered).toMatch('unanswered' in expected ? expected.unanswered : /^$/);
  });
}
