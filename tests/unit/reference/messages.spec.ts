import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from './chatbot-test.ts';
import { LiveSocket } from './live-socket.ts';

const TEXT = 'First line\n\n<b>second</b> & “third” 🚢';

test('a message is answered piece by piece, and names the conversation', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start());
  const { json } = await client.send('POST', '/api/conversations', {});
  expect(json).toMatchObject({ title: 'New conversation' });
  const path = `/api/conversations/${(json as { id: string }).id}`;

  const answer = await client.send('POST', `${path}/messages`, { text: TEXT });

  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.text.match(/^event: .*/gm)?.slice(0, 3)).toEqual([
    'event: accepted',
    'event: delta',
    'event: delta',
  ]);
  expect(answer.text.match(/^event: .*/gm)?.at(-1)).toBe('event: done');
  expect((await client.send('GET', path)).json).toMatchObject({
    title: 'First line <b>second</b> & “third” 🚢',
    messages: [
      { role: 'user', text: TEXT },
      { role: 'assistant', text: `You said: “${TEXT}”` },
    ],
  });
});

test('a long first message gives a short title', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const id = await client.say(`${'🚢 '.repeat(30)}end`);
  const { title } = (await client.read(id)).json as { title: string };
  expect(Array.from(title)).toHaveLength(40);
  expect(title.endsWith('🚢…')).toBe(true);
});

test('a title that somebody chose stays', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const { json } = await client.send('POST', '/api/conversations', {});
  const { id } = json as { id: string };
  await client.send('PATCH', `/api/conversations/${id}`, { title: ' Chosen ' });
  await client.send('POST', `/api/conversations/${id}/messages`, { text: 'Hello' });
  expect((await client.read(id)).json).toMatchObject({ title: 'Chosen' });
});

test('scripted replies answer what they are asked', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const id = await client.say('Hello!');
  expect((await client.read(id)).text).toContain('I am Harbour');
});

test('an answer that is stopped is kept as far as it came', async ({ start, signIn }) => {
  const client = await signIn(await start({ replyPauseMs: 5 }));
  const live = await LiveSocket.of(client);
  const { json } = await client.send('POST', '/api/conversations', {});
  const { id } = json as { id: string };
  const stop = new AbortController();

  const answer = fetch(`${client.origin}/api/conversations/${id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...client.credentials() },
    body: JSON.stringify({ text: 'story' }),
    signal: stop.signal,
  }).then((response) => response.text());
  const stopped = expect(answer).rejects.toThrow('aborted');
  await live.frame('delta');
  stop.abort();
  await stopped;
  await client.send('POST', `/api/conversations/${id}/messages`, { text: 'Go on' });

  const { messages } = (await client.read(id)).json as { messages: { text: string }[] };
  expect(messages).toHaveLength(4);
  expect(messages[1]?.text).toMatch(/^The /);
  expect(messages[1]?.text.length).toBeLessThan(2000);
  expect(messages[3]?.text).toBe('You said: “Go on”');
});

test('an answer is written anew in its place, and only where there is one', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start());
  const id = await client.say('Hello there');
  const before = (await client.read(id)).json as { messages: unknown[] };

  const answer = await client.send('POST', `/api/conversations/${id}/regenerate`);

  expect(answer.text.match(/^event: .*/gm)?.at(-1)).toBe('event: done');
  const { messages } = (await client.read(id)).json as { messages: { at: number }[] };
  expect(messages).toEqual([
    before.messages[0],
    { ...(before.messages[1] as object), at: messages[1]?.at },
  ]);
  const { json } = await client.send('POST', '/api/conversations', {});
  const empty = `/api/conversations/${(json as { id: string }).id}/regenerate`;
  expect((await client.send('POST', empty)).status).toBe(409);
});

test('a conversation takes one message at a time', async ({ start, signIn }) => {
  const client = await signIn(await start({ replyPauseMs: 40 }));
  const live = await LiveSocket.of(client);
  const { json } = await client.send('POST', '/api/conversations', {});
  const path = `/api/conversations/${(json as { id: string }).id}`;

  const first = client.send('POST', `${path}/messages`, { text: 'story' });
  await live.frame('delta');
  const second = await client.send('POST', `${path}/messages`, { text: 'Wait' });
  expect(second.status).toBe(409);

  await client.send('DELETE', path);
  expect((await first).text).toContain('event: done');
  expect((await client.send('GET', path)).status).toBe(404);
});

test('an empty message is refused in words', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const { json } = await client.send('POST', '/api/conversations', {});
  const path = `/api/conversations/${(json as { id: string }).id}/messages`;
  const answer = await client.send('POST', path, { text: ' \n' });
  expect(answer).toMatchObject({ status: 400, json: { error: 'Please write a message.' } });
});

test.describe('with a model that fails', () => {
  let model: Server;
  let broken = true;

  test.beforeEach(async () => {
    model = createServer((_request, response) => {
      if (broken) response.writeHead(503).end('{}');
      else response.end('data: {"choices":[{"delta":{"content":"Better"}}]}\n\ndata: [DONE]\n\n');
    }).listen(0, '127.0.0.1');
    await once(model, 'listening');
    process.env['MODEL_BASE_URL'] = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  });

  test.afterEach(() => {
    delete process.env['MODEL_BASE_URL'];
    model.close();
  });

  test('the person is told, and the message is kept and not repeated when it is tried again', async ({
    start,
    signIn,
  }) => {
    const client = await signIn(await start());
    const { json } = await client.send('POST', '/api/conversations', {});
    const path = `/api/conversations/${(json as { id: string }).id}`;

    const failed = await client.send('POST', `${path}/messages`, { text: 'Anyone?' });
    expect(failed.text).toContain('event: error\ndata: {"error":"The model did not answer."}');
    expect((await client.send('GET', path)).json).toMatchObject({
      messages: [{ role: 'user', text: 'Anyone?' }],
    });

    broken = false;
    await client.send('POST', `${path}/messages`, { text: 'Anyone?' });
    expect((await client.send('GET', path)).json).toMatchObject({
      messages: [
        { role: 'user', text: 'Anyone?' },
        { role: 'assistant', text: 'Better' },
      ],
    });
  });
});
