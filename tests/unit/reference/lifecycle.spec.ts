import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { startReference } from '../../../targets/reference/start.ts';
import { expect, test } from './chatbot-test.ts';
import { LiveSocket } from './live-socket.ts';

const UI = { script: '', style: '' };

/** What keeps the process busy, counted by kind. */
function resources(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  // Ones of the runner itself, which come and go.
  delete counts['Immediate'];
  delete counts['Timeout'];
  delete counts['FSReqCallback'];
  delete counts['FSReqPromise'];
  return counts;
}

test('a chatbot that is closed in mid-conversation leaves nothing behind', async ({
  start,
  signIn,
}) => {
  const chatbot = await start({ mechanism: 'token', replyPauseMs: 50 });
  const client = await signIn(chatbot);
  const live = await LiveSocket.of(client);
  const greeting = new WebSocket(`${chatbot.origin.replace('http', 'ws')}/api/live`);
  await once(greeting, 'open');
  const { json } = await client.send('POST', '/api/conversations', {});
  const { id } = json as { id: string };
  const answer = client.send('POST', `/api/conversations/${id}/messages`, { text: 'story' });
  await live.frame('delta');

  await chatbot.close();

  await live.closed;
  expect((await answer).text).toContain('event: done');
  await expect(fetch(chatbot.origin)).rejects.toThrow('fetch failed');
});

test('sixty chatbots one after the other leave nothing behind', async () => {
  test.slow();
  const cycle = async (): Promise<void> => {
    const chatbot = await startReference({ ui: UI, passwordCost: 1024 });
    await chatbot.close();
  };
  await cycle();
  const before = resources();
  for (let count = 0; count < 60; count++) await cycle();
  await expect.poll(resources).toEqual(before);
});

test('a port that is taken is named, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const before = resources();

  const start = startReference({ ui: UI, port });

  await expect(start).rejects.toThrow(`Port ${port} is in use.`);
  await expect.poll(resources).toEqual(before);
  other.close();
});

test('a model address that makes no sense is refused before anything starts', async () => {
  process.env['MODEL_BASE_URL'] = 'not an address';
  const start = startReference({ ui: UI });
  await expect(start).rejects.toThrow('MODEL_BASE_URL must be an http:// or https:// URL');
  delete process.env['MODEL_BASE_URL'];
});

test('two chatbots side by side know nothing of each other', async ({ start, signIn }) => {
  const [first, second] = [await start(), await start()];
  const client = await signIn(first);
  const stranger = client.copy();
  Object.assign(stranger, { origin: second.origin });
  expect((await stranger.send('GET', '/api/session')).status).toBe(401);
});
