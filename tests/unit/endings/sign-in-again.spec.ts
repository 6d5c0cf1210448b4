import { expect } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { signInAgain } from '../../../fixtures/endings/sign-in-again.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { newCanary } from '../../../fixtures/access/canary.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import type { RunningTarget } from '../../../targets/target.ts';
import { PLAIN_WITNESS } from '../access/plain-witness.ts';
import { requestOf, test as base } from '../replay/product-test.ts';

const PASSWORD = 'a password of hers';
const OLD = 'flow-0001-of-the-first';
const NEW = 'flow-0002-of-the-next-';
const SID = { carrier: 'cookie', name: 'sid' } as const;

interface Fixtures {
  /** Signs in again at a product of two steps, of which the first issues what the second takes once. */
  again: (stored: string[]) => Promise<{ result: ReturnType<typeof signInAgain>; taken: string[] }>;
}

const body = (of: object): Buffer => Buffer.from(JSON.stringify(of));

const test = base.extend<Fixtures>({
  again: async ({ product, replayerOf, costs }, use) => {
    await use(async (stored) => {
      const canary = newCanary();
      const taken: string[] = [];
      const origin = await product((response, request) => {
        const answer = (cookie: string, text: string): void =>
          void response.writeHead(200, { 'set-cookie': cookie }).end(text);
        if (request.url === '/c') answer('a=b', request.headers.cookie === 'sid=new' ? canary : '');
        else {
          let text = '';
          request.on('data', (piece: Buffer) => (text += piece.toString()));
          request.on('end', () => {
            const { flow } = JSON.parse(text) as { flow?: string };
            if (flow === undefined) return answer('a=b', `{"flow":"${NEW}"}`);
            taken.push(flow);
            return answer(`sid=${flow === NEW ? 'new' : ''}`, '{}');
          });
        }
      });
      const step = (order: number, more: Partial<Exchange>): Exchange =>
        requestOf(`${origin}/graphql`, {
          order,
          method: 'POST',
          requestHeaders: [{ name: 'cookie', value: 'sid=old' }],
          ...more,
        });
      const exchanges = [
        step(0, { requestBody: body({ name: 'alice' }), responseBody: body({ flow: OLD }) }),
        step(1, {
          requestBody: body({ flow: OLD, password: PASSWORD }),
          responseHeaders: [{ name: 'set-cookie', value: 'sid=old' }],
        }),
        step(2, { requestBody: body({ list: 1 }) }),
      ];
      const cookie = { ...SID, value: new Secret('old') };
      const witness = {
        ...PLAIN_WITNESS,
        exchange: { ...PLAIN_WITNESS.exchange, url: `${origin}/c` },
      };
      const conversation = {
        session: { tap: { exchanges }, credentialsFor: () => Promise.resolve([cookie]) },
        owner: { account: { password: new Secret(PASSWORD) } },
        canary,
        words: [canary],
        slots: [SID],
        paths: [{ witness, slots: [SID] }],
        before: { exchanges, stored },
        credentialsOf: () => Promise.resolve([cookie]),
      } as unknown as Conversation;
      const target = {} as RunningTarget;
      const replayer = replayerOf(origin);
      const result = signInAgain(conversation, { target, replayer, costs });
      await result.catch(() => undefined);
      return { result, taken };
    });
  },
});

test('what a sign-in takes once is issued anew', async ({ again }) => {
  const { result, taken } = await again([]);
  expect(await result).toMatchObject({ reached: true });
  expect(taken).toEqual([NEW]);
});

test('what the browser keeps goes along as it is: it may tell which session it had', async ({
  again,
}) => {
  const { taken } = await again([`device: ${OLD}`]);
  expect(taken).toEqual([OLD]);
});
