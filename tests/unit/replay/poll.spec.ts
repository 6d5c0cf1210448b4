import type { ServerResponse } from 'node:http';
import { expect } from '@playwright/test';
import { newCanary } from '../../../fixtures/access/canary.ts';
import type { Channel } from '../../../fixtures/replay/channel.ts';
import type { Cursor } from '../../../fixtures/traffic/cursors.ts';
import { requestOf, test as base } from './product-test.ts';

const WORD = newCanary();

interface Fixtures {
  /** Asks a product for news that answers so, again and again. */
  poll: (
    answer: (response: ServerResponse, earlier: number, address: string) => void,
  ) => Promise<Channel>;
}

const test = base.extend<Fixtures>({
  poll: async ({ product, replayerOf }, use) => {
    let channel: Channel | undefined;
    await use(async (answer) => {
      const origin = await product((response, { url = '' }, earlier) =>
        answer(response, earlier, url),
      );
      const cursors: Cursor[] = [{ name: 'since', at: { in: 'json', path: ['next'] } }];
      const exchange = requestOf(`${origin}/news?since=1&all=yes`, { asksOn: true, cursors });
      channel = await replayerOf(origin).open(exchange, []);
      return channel;
    });
    channel?.close();
  },
});

test('who waits for news is asked on, and has the news once there are some', async ({ poll }) => {
  let tell = (): void => undefined;
  const channel = await poll((response, earlier) => {
    if (earlier === 0) response.end('{"news":[]}');
    else tell = () => response.end(JSON.stringify({ news: [WORD] }));
  });
  expect(channel.ended).toBe(false);
  expect(await channel.delivers(WORD, 0)).toBe(false);
  const delivered = channel.delivers(WORD, 10_000);
  await expect
    .poll(() => {
      tell();
      return channel.received.toString();
    })
    .toContain(WORD);
  expect(await delivered).toBe(true);
});

test('who has heard something asks for what came after it', async ({ poll }) => {
  const asked: string[] = [];
  await poll((response, earlier, address) => {
    asked.push(address);
    if (earlier < 2) response.end(earlier === 0 ? '{"next":"7"}' : '{}');
  });
  await expect.poll(() => asked).toHaveLength(3);
  expect(asked.map((address) => address.replace('/news', ''))).toEqual([
    '?since=1&all=yes',
    '?since=7&all=yes',
    '?since=7&all=yes',
  ]);
});

test('an answer that does not come is waited for', async ({ poll }) => {
  const channel = await poll(() => undefined);
  expect(channel.ended).toBe(false);
  expect(channel.answer.error).toBeUndefined();
});

for (const [what, answer] of [
  ['refused', (response: ServerResponse) => response.writeHead(401).end()],
  ['sent elsewhere', (response: ServerResponse) => response.writeHead(302).end()],
] as const) {
  test(`who is ${what} is not asked on`, async ({ poll }) => {
    let asked = 0;
    const channel = await poll((response) => {
      asked += 1;
      answer(response);
    });
    expect(channel.ended).toBe(true);
    expect(asked).toBe(1);
  });
}

test('who hangs up is not taken for one that has no news', async ({ poll }) => {
  const channel = await poll((response) => response.socket?.destroy());
  expect(channel.ended).toBe(true);
  expect(channel.answer.error).toBeDefined();
});
