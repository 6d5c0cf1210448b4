import type { Conversation } from '../../../fixtures/access/conversation.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { Secret } from '../../../checks/secret.ts';
import { requestOf } from '../replay/product-test.ts';

export const PASSWORD = 'correct horse battery';
export const CANARY = 'kx0123456789abcdefgh';
/** A random identifier, as a product would issue it. */
export const SID = 'q7Jx0dRk2mVt5Lw9';

const witness = requestOf('http://localhost/api/c/1', {
  order: 2,
  requestHeaders: [{ name: 'cookie', value: `sid=${SID}` }],
  responseBody: Buffer.from(CANARY),
});

/** The exchange in which the person signs in. */
export const SIGN_IN = requestOf('http://localhost/login', {
  order: 1,
  method: 'POST',
  requestBody: Buffer.from(`password=${PASSWORD}`),
  requestHeaders: [{ name: 'cookie', value: 'sid=of-a-visitor-only' }],
});

/** A conversation that one cookie opens, in a browser with this traffic besides the sign-in and the read. */
export function conversationIn(
  exchanges: readonly Exchange[],
  addresses: readonly string[] = [],
): Conversation {
  const current: Credential[] = [{ carrier: 'cookie', name: 'sid', value: new Secret(SID) }];
  const slots = [{ carrier: 'cookie', name: 'sid' }] as const;
  return {
    owner: { account: { password: new Secret(PASSWORD) } },
    session: {
      tap: { exchanges: [SIGN_IN, witness, ...exchanges], addresses: new Set(addresses) },
      reachesTheProduct: ({ url }: Exchange) => new URL(url).hostname === 'localhost',
    },
    paths: [{ witness: { name: 'GET /api/c/1', exchange: witness }, slots: [...slots] }],
    witnesses: [{ name: 'GET /api/c/1', exchange: witness }],
    credentials: () => Promise.resolve(current),
    canary: CANARY,
    words: [CANARY],
  } as unknown as Conversation;
}
