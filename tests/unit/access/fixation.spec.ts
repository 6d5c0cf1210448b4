import { expect } from '@playwright/test';
import type { BrowserContext, Request } from '@playwright/test';
import { EventEmitter } from 'node:events';
import { InconclusiveError } from '../../../checks/inconclusive-error.ts';
import { fixate, type Plant } from '../../../fixtures/access/fixation.ts';
import { UnusableLinkError } from '../../../fixtures/people/browsing.ts';
import { test } from '../replay/product-test.ts';

const ORIGIN = 'http://127.0.0.1:1';
const INVENTED: Plant = { name: 'an invented identifier', cookies: [], mayBeUseless: true };

/** What the product answered, in the order of the answers; 0: the connection was closed. */
type Answers = readonly { path: string; status: number; origin?: string }[];

/** A victim who cannot sign in, whose browser got these answers. */
function victimWho(answers: Answers, error: Error): Parameters<typeof fixate>[0] {
  return {
    signIn: async (prepare) => {
      const context = Object.assign(new EventEmitter(), { addCookies: () => Promise.resolve() });
      await prepare?.(context as unknown as BrowserContext);
      for (const { path, status, origin = ORIGIN } of answers) {
        const request = {
          method: () => 'POST',
          postDataBuffer: () => null,
          url: () => origin + path,
          resourceType: () => 'fetch',
          failure: () => ({ errorText: 'net::ERR_EMPTY_RESPONSE' }),
        } as unknown as Request;
        if (status === 0) context.emit('requestfailed', request);
        else {
          const response = { request: () => request, status: () => status };
          context.emit('response', response);
        }
      }
      throw error;
    },
    converse: () => Promise.reject(new Error('nobody is signed in')),
  };
}

const refused = new InconclusiveError('signing in led nowhere');
const nowhere = new UnusableLinkError('the product has no page there');

for (const [what, answers, error] of [
  ['throttles', [{ path: '/login', status: 429 }], refused],
  ['is not available', [{ path: '/login;sid=1', status: 503 }], nowhere],
  ['closes the connection', [{ path: '/login', status: 0 }], refused],
] as const satisfies [string, Answers, Error][]) {
  test(`a product that ${what} has not turned a planted value away`, async ({ replayerOf }) => {
    const attempt = fixate(victimWho(answers, error), INVENTED, replayerOf(ORIGIN));
    await expect(attempt).rejects.toThrow(InconclusiveError);
    await expect(attempt).rejects.toThrow(/could sign in where it lies, and the target did not/);
  });
}

for (const [what, answers] of [
  ['throttled first, and then refused', [429, 401].map((status) => ({ path: '/login', status }))],
  ['refused', [{ path: '/login', status: 400 }]],
  ['refused, beside a third party that is down', [{ path: '/', status: 503, origin: 'http://x' }]],
] as const satisfies [string, Answers][]) {
  test(`a planted value is of no use to a product that ${what} it`, async ({ replayerOf }) => {
    const evidence = await fixate(victimWho(answers, refused), INVENTED, replayerOf(ORIGIN));
    expect(evidence).toEqual({ attacks: [], untried: [expect.stringContaining('nobody can')] });
  });
}
