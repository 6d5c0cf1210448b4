import { expect } from '@playwright/test';
import { judgeAttacks } from '../../../checks/evidence/judge-attacks.ts';
import type { LiveChannel } from '../../../fixtures/access/live-channels.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { listenIn, silenceOf } from '../../../fixtures/intrusion/listen-in.ts';
import { type Answering, requestOf, test as base } from '../replay/product-test.ts';

interface Fixtures {
  /** Listens in on one channel of a product that answers so, as nobody. */
  listenTo: (
    answer: Answering,
    carried: boolean,
    isOpen?: () => Promise<boolean>,
  ) => Promise<Awaited<ReturnType<typeof listenIn>>>;
}

const test = base.extend<Fixtures>({
  listenTo: async ({ product, replayerOf }, use) => {
    await use(async (answer, carried, isOpen = () => Promise.resolve(true)) => {
      const origin = await product(answer);
      const exchange = requestOf(`${origin}/events`, { streaming: true });
      const live: LiveChannel = { name: 'GET /events', exchange, carried };
      const hers = {
        session: { label: 'Alice', credentialsFor: () => Promise.resolve([]) },
        isOpen,
        likelyChannels: () => [live],
        speak: () => Promise.resolve(),
      } as unknown as Conversation;
      const nobody = { label: 'nobody', credentialsFor: () => [] };
      return listenIn(hers, [nobody], replayerOf(origin));
    });
  },
});

const ends: Answering = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end();
};

test('a channel that brought the conversation and delivers nothing now leaves the question open', async ({
  listenTo,
}) => {
  const { outcome, unresolved } = judgeAttacks(await listenTo(ends, true), () => '');
  expect(outcome).toBe('inconclusive');
  expect(unresolved).toEqual([expect.stringContaining('GET /events'), expect.anything()]);
  expect(unresolved[0]).toContain('brought the conversation to its owner’s browser');
});

test('a channel that its owner holds open, and that never brings anything, is none of the conversation', () => {
  const opened = (ended: boolean) => ({ channel: { ended } });
  expect(silenceOf({ carried: false }, [opened(true), opened(false)])).toBeUndefined();
  expect(silenceOf({ carried: false }, [opened(true), opened(true)])).toContain('refused');
  expect(silenceOf({ carried: true }, [opened(false), opened(false)])).toContain('brought');
  // Each news may be told once only, to her page.
  expect(silenceOf({ carried: false, polled: true }, [opened(true), opened(true)])).toBeUndefined();
});

test('a channel that its owner could not hold open leaves the question open', async ({
  listenTo,
}) => {
  const attacks = await listenTo((response) => response.writeHead(401).end(), false);
  const { outcome, unresolved } = judgeAttacks(attacks, () => '');
  expect(outcome).toBe('inconclusive');
  expect(unresolved[0]).toContain('refused to its owner');
});

test('a channel of the conversation that got no answer leaves the question open', async ({
  listenTo,
}) => {
  const attacks = await listenTo((response) => response.destroy(), true);
  expect(judgeAttacks(attacks, () => '').outcome).toBe('inconclusive');
});

test('what has run out is renewed before the owner listens', async ({ listenTo }) => {
  const done: string[] = [];
  const answer: Answering = (response, request, earlier) => {
    done.push('listened');
    ends(response, request, earlier);
  };
  await listenTo(answer, false, () => {
    done.push('renewed');
    return Promise.resolve(true);
  });
  expect(done.slice(0, 2)).toEqual(['renewed', 'listened']);
});
