import { expect } from '@playwright/test';
import { judgeAttacks } from '../../../checks/evidence/judge-attacks.ts';
import type { LiveChannel } from '../../../fixtures/access/live-channels.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { listenIn } from '../../../fixtures/intrusion/listen-in.ts';
import { type Answering, requestOf, test as base } from '../replay/product-test.ts';

interface Fixtures {
  /** Listens in on one channel of a product that answers so, as nobody. */
  listenTo: (answer: Answering, carried: boolean) => Promise<Awaited<ReturnType<typeof listenIn>>>;
}

const test = base.extend<Fixtures>({
  listenTo: async ({ product, replayerOf }, use) => {
    await use(async (answer, carried) => {
      const origin = await product(answer);
      const exchange = requestOf(`${origin}/events`, { streaming: true });
      const live: LiveChannel = { name: 'GET /events', exchange, carried };
      const hers = {
        session: { label: 'Alice', credentialsFor: () => Promise.resolve([]) },
        likelyChannels: () => [live],
        speak: () => Promise.resolve(),
      } as unknown as Conversation;
      const nobody = { label: 'nobody', credentialsFor: () => [] };
      return listenIn(hers, [nobody], replayerOf(origin));
    });
  },
});

const saysNothing: Answering = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end();
};

test('a channel that brought the conversation and delivers nothing now is named', async ({
  listenTo,
}) => {
  const { attacks, untried } = await listenTo(saysNothing, true);
  expect(attacks).toEqual([]);
  expect(untried).toEqual([expect.stringContaining('GET /events')]);
  expect(judgeAttacks(attacks, () => '', untried).outcome).toBe('inconclusive');
});

test('a channel that never brought anything of the conversation is none of it', async ({
  listenTo,
}) => {
  expect(await listenTo(saysNothing, false)).toEqual({ attacks: [], untried: [] });
});

test('a channel of the conversation that got no answer leaves the question open', async ({
  listenTo,
}) => {
  const { attacks } = await listenTo((response) => response.destroy(), true);
  expect(judgeAttacks(attacks, () => '').outcome).toBe('inconclusive');
});
