import { expect, test } from '@playwright/test';
import { WebSocketServer } from 'ws';
import { MessageHold } from '../../../fixtures/consistency/message-hold.ts';
import { newPeople, serve } from '../strangers/stranger.ts';

const WORD = 'kx0123456789abcdefgh';

/** A product that takes in whatever is posted to it. */
function takingIn(arrived: string[]): ReturnType<typeof serve> {
  return serve('127.0.0.1', newPeople('alice', 'bob'), async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method === 'POST') arrived.push(Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>little</title>');
  });
}

test('what carries the word waits, and goes on in its order; what does not is not hindered', async ({
  context,
}) => {
  const arrived: string[] = [];
  const product = await takingIn(arrived);
  const hold = await MessageHold.prepare(context);
  const page = await context.newPage();
  await page.goto(product.origin);
  const post = (body: string): Promise<void> =>
    page.evaluate((text) => void fetch('/', { method: 'POST', body: text }), body);

  await hold.begin(WORD);
  await post(`one ${WORD}`);
  await post(`two ${WORD}`);
  await post('three');

  expect(await hold.caught(5_000)).toBe(true);
  await expect.poll(() => [hold.count, ...arrived]).toEqual([2, 'three']);
  await hold.release();
  await expect.poll(() => arrived).toEqual(['three', `one ${WORD}`, `two ${WORD}`]);
  await post(`four ${WORD}`);
  await expect.poll(() => arrived).toContain(`four ${WORD}`);
  await product.close();
});

test('of the first request the answer gets lost, whole as it was; what the page sends after that gets through', async ({
  context,
}) => {
  const arrived: string[] = [];
  const product = await takingIn(arrived);
  const hold = await MessageHold.prepare(context);
  const page = await context.newPage();
  await page.goto(product.origin);
  const post = (body: string): Promise<string> =>
    page.evaluate(
      (text) =>
        fetch('/', { method: 'POST', body: text }).then(
          () => 'answered',
          () => 'failed',
        ),
      body,
    );

  await hold.begin(WORD, { losesAnswer: true });
  expect(await post('before')).toBe('answered');
  expect(await post(`one ${WORD}`)).toBe('failed');
  expect(await post(`one ${WORD}`)).toBe('answered');
  expect(await hold.caught(5_000)).toBe(true);
  await hold.release();
  expect(arrived).toEqual(['before', `one ${WORD}`, `one ${WORD}`]);
  await product.close();
});

test('a message of a socket waits, and what is said after it does not', async ({ context }) => {
  const product = await serve('127.0.0.1', newPeople('alice', 'bob'), (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>little</title>');
    return Promise.resolve();
  });
  const heard: string[] = [];
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  sockets.on('connection', (socket) =>
    socket.on('message', (data: Buffer) => heard.push(data.toString())),
  );
  await new Promise((resolve) => sockets.once('listening', resolve));
  const { port } = sockets.address() as { port: number };
  const hold = await MessageHold.prepare(context);
  const page = await context.newPage();
  await page.goto(product.origin);
  await hold.begin(WORD);

  await page.evaluate(
    async ([address, word]) => {
      const socket = new WebSocket(address);
      await new Promise((resolve) => socket.addEventListener('open', resolve));
      socket.send(`one ${word}`);
      socket.send('two');
    },
    [`ws://127.0.0.1:${port}`, WORD] as const,
  );

  await expect.poll(() => heard).toEqual(['two']);
  expect(hold.count).toBe(1);
  await hold.release();
  await expect.poll(() => heard).toEqual(['two', `one ${WORD}`]);
  for (const client of sockets.clients) client.terminate();
  sockets.close();
  await product.close();
});
