import { expect, test } from './chatbot-test.ts';
import { LiveSocket } from './live-socket.ts';

for (const mechanism of ['cookie', 'token'] as const) {
  test(`every page of a person hears what is said, and nobody else’s does (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const desk = await signIn(chatbot);
    const phone = await LiveSocket.of(await signIn(chatbot));
    const bob = await LiveSocket.of(await signIn(chatbot, 'bob'));

    const id = await desk.say('Ahoy');

    const said = () => phone.frames.filter(({ type }) => type === 'message');
    await expect.poll(said).toMatchObject([
      { conversationId: id, message: { role: 'user', text: 'Ahoy' } },
      { conversationId: id, message: { role: 'assistant', text: 'You said: “Ahoy”' } },
    ]);
    const pieces = phone.frames.filter(({ type }) => type === 'delta').map(({ text }) => text);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe('You said: “Ahoy”');
    expect(phone.frames).toContainEqual({ type: 'conversations' });
    expect(bob.frames).toEqual([{ type: 'ready' }]);
  });

  test(`another site cannot open the live connection (${mechanism})`, async ({ start, signIn }) => {
    const client = await signIn(await start({ mechanism }));

    const opened = LiveSocket.opened(client, 'http://evil.example');

    await expect(opened).rejects.toThrow('Unexpected server response: 403');
  });
}

test('with cookies, the live connection needs a session', async ({ start, signIn }) => {
  const client = await signIn(await start());
  await client.send('POST', '/api/logout');

  await expect(LiveSocket.opened(client)).rejects.toThrow('Unexpected server response: 401');
});

test('with tokens, a ticket opens one live connection', async ({ start, signIn }) => {
  const client = await signIn(await start({ mechanism: 'token' }));
  const { json } = await client.send('POST', '/api/live/ticket');
  const { ticket } = json as { ticket: string };
  const first = await LiveSocket.opened(client);
  const second = await LiveSocket.opened(client);

  first.greet(ticket);
  await first.frame('ready');
  second.greet(ticket);

  expect(await second.closed).toBe(4401);
  expect(second.frames).toEqual([]);
});

test('with tokens, a ticket is good for half a minute', async ({ start, signIn, clock }) => {
  const limits = {
    idleSeconds: 1000,
    absoluteSeconds: 5000,
    warnBeforeSeconds: 2,
    accessTokenSeconds: 60,
    rememberSeconds: 5000,
    rememberIdleSeconds: 1000,
  };
  const client = await signIn(await start({ mechanism: 'token', limits, now: clock.now }));
  const { json } = await client.send('POST', '/api/live/ticket');
  const live = await LiveSocket.opened(client);

  clock.advance(31);
  live.greet((json as { ticket: string }).ticket);

  expect(await live.closed).toBe(4401);
});

test('a page that does not greet properly is sent away', async ({ start, signIn }) => {
  const client = await signIn(await start({ mechanism: 'token' }));
  const live = await LiveSocket.opened(client);

  live.socket.send('not JSON');

  expect(await live.closed).toBe(4400);
});
