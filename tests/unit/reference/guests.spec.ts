import { SOUND } from '../../../targets/reference/policy.ts';
import { MECHANISMS } from '../../../targets/reference/settings.ts';
import type { RunningReference } from '../../../targets/reference/start.ts';
import { expect, test } from './chatbot-test.ts';
import { HttpClient, type Answer } from './http-client.ts';
import { LiveSocket } from './live-socket.ts';

const COOKIE = '__Host-guest';
const TEXT = 'Between a guest and Harbour';
const REPLY = `You said: “${TEXT}”`;
const HARDENED = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' };

/** Lets a client say something as a guest. */
function say(client: HttpClient, text = TEXT): Promise<Answer> {
  return client.send('POST', '/api/guest/messages', { text });
}

async function guestOf({ origin }: RunningReference): Promise<HttpClient> {
  const guest = new HttpClient(origin);
  await say(guest);
  return guest;
}

function readAsGuest(client: HttpClient): Promise<Answer> {
  return client.send('GET', '/api/guest');
}

test('a guest is answered piece by piece, and reads it all again', async ({ start }) => {
  const guest = new HttpClient((await start()).origin);

  const answer = await say(guest);

  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.text).toMatch(/^event: accepted\n[^]*event: delta\n[^]*event: done\n/);
  await say(guest, 'And more');
  const read = await readAsGuest(guest);
  expect(read.headers['cache-control']).toBe('no-store');
  expect(read.json).toMatchObject({
    messages: [
      { role: 'user', text: TEXT },
      { role: 'assistant', text: REPLY },
      { role: 'user', text: 'And more' },
      { role: 'assistant', text: 'You said: “And more”' },
    ],
  });
});

test('a guest gets an identifier with the first message, and keeps it', async ({ start }) => {
  const visitor = new HttpClient((await start()).origin);
  await visitor.send('GET', '/try');
  await readAsGuest(visitor);
  expect((await say(visitor, ' ')).status).toBe(400);
  expect([...visitor.cookies.keys()]).not.toContain(COOKIE);

  const { cookies } = await say(visitor);

  const value = visitor.cookies.get(COOKIE);
  expect(value).toMatch(/^[\w-]{43}$/);
  expect(cookies).toEqual([{ name: COOKIE, value, ...HARDENED }]);
  expect((await say(visitor, 'And more')).cookies).toEqual([]);
});

test('a guest’s conversation is opened by its identifier and by nothing else', async ({
  start,
  signIn,
}) => {
  const chatbot = await start();
  await guestOf(chatbot);
  const nobody = new HttpClient(chatbot.origin);
  const guesser = new HttpClient(chatbot.origin);
  guesser.cookies.set(COOKIE, 'x'.repeat(43));
  const another = new HttpClient(chatbot.origin);
  await say(another, 'Mine');
  const alice = await signIn(chatbot);

  for (const client of [nobody, guesser, alice]) {
    expect(await readAsGuest(client)).toMatchObject({
      status: 404,
      json: { error: 'There is nothing here.' },
    });
  }
  expect((await readAsGuest(another)).text).not.toContain(TEXT);
  expect((await alice.send('GET', '/api/conversations')).json).toEqual({ conversations: [] });
  expect((await alice.send('GET', '/api/search?q=guest')).json).toEqual({ results: [] });
});

test('no list holds what guests say, not even the list of everybody’s', async ({
  start,
  signIn,
}) => {
  const chatbot = await start({ flaw: 'titleListOfEveryone' });
  await guestOf(chatbot);
  const alice = await signIn(chatbot);
  expect((await alice.send('GET', '/api/conversations')).json).toEqual({ conversations: [] });
});

test('the identifier of a guest is no session', async ({ start }) => {
  const guest = await guestOf(await start());

  const answers = [
    await guest.send('GET', '/api/session'),
    await guest.send('GET', '/api/conversations'),
    await guest.send('POST', '/api/conversations', {}),
    await guest.send('GET', '/api/search?q=guest'),
  ];

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  expect(await LiveSocket.openedIfAllowed(guest)).toBeUndefined();
});

test('another site can say nothing in a guest’s name', async ({ start }) => {
  const guest = await guestOf(await start());
  const foreign = { 'sec-fetch-site': 'cross-site' };
  const answer = await guest.send('POST', '/api/guest/messages', { text: 'Spam' }, foreign);
  expect(answer.status).toBe(403);
  expect((await readAsGuest(guest)).text).not.toContain('Spam');
});

for (const mechanism of MECHANISMS) {
  test(`signing in makes the conversation an ordinary one of the person’s (${mechanism})`, async ({
    start,
  }) => {
    const chatbot = await start({ mechanism });
    const client = await guestOf(chatbot);

    const { json, cookies } = await client.signIn(chatbot.people.alice);

    const { conversationId } = json as { conversationId: string };
    const deletion = cookies.find(({ name }) => name === COOKIE);
    expect(deletion).toEqual({
      name: COOKIE,
      value: '',
      maxAge: 0,
      expires: new Date(0),
      ...HARDENED,
    });
    expect((await client.send('GET', '/api/conversations')).json).toMatchObject({
      conversations: [{ id: conversationId, title: TEXT }],
    });
    expect((await client.read(conversationId)).json).toMatchObject({
      title: TEXT,
      messages: [{ text: TEXT }, { text: REPLY }],
    });
    expect((await client.send('GET', '/api/search?q=guest')).json).toMatchObject({
      results: [{ conversationId }],
    });
  });

  test(`after the sign-in the identifier of the guest opens nothing (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const client = await guestOf(chatbot);
    const thief = client.copy();
    const { json } = await client.signIn(chatbot.people.alice);

    expect(await readAsGuest(thief)).toMatchObject({ status: 404 });

    await say(thief, 'Who is there?');
    const { conversationId } = json as { conversationId: string };
    expect((await client.read(conversationId)).text).not.toContain('Who is there?');
    const late = await signIn(chatbot, 'bob');
    late.cookies.set(COOKIE, thief.cookies.get(COOKIE) ?? '');
    expect((await late.read(conversationId)).status).toBe(404);
  });

  test(`a conversation is taken over once (${mechanism})`, async ({ start }) => {
    const chatbot = await start({ mechanism });
    const client = await guestOf(chatbot);
    const thief = client.copy();
    await client.signIn(chatbot.people.alice);

    const second = await thief.signIn(chatbot.people.bob);

    expect(second.json).not.toHaveProperty('conversationId');
    expect((await thief.send('GET', '/api/conversations')).json).toEqual({ conversations: [] });
    expect(thief.cookies.has(COOKIE)).toBe(false);
  });

  test(`without a guest before it a sign-in is as ever (${mechanism})`, async ({ start }) => {
    const chatbot = await start({ mechanism });
    const { json, cookies } = await new HttpClient(chatbot.origin).signIn(chatbot.people.alice);
    expect(cookies).toHaveLength(1);
    expect(json).not.toHaveProperty('conversationId');
  });

  test(`where the policy says so, the identifier goes on reading, and only that (${mechanism})`, async ({
    start,
  }) => {
    const policy = { ...SOUND, guests: { afterSignIn: 'goes on reading' } } as const;
    const chatbot = await start({ mechanism, policy });
    const client = await guestOf(chatbot);
    const thief = client.copy();
    const { json } = await client.signIn(chatbot.people.alice);
    const { conversationId } = json as { conversationId: string };
    await client.send('POST', `/api/conversations/${conversationId}/messages`, { text: 'Later' });

    expect(client.cookies.has(COOKIE)).toBe(false);
    expect((await readAsGuest(thief)).text).toContain('You said: “Later”');
    await say(thief.copy(), 'Who is there?');
    expect((await client.read(conversationId)).text).not.toContain('Who is there?');
    await thief.signIn(chatbot.people.bob);
    expect((await thief.read(conversationId)).status).toBe(404);
  });
}

test('signing in stops the reply that the guest is still being written', async ({ start }) => {
  const chatbot = await start({ replyPauseMs: 40 });
  const client = await guestOf(chatbot);
  const answer = say(client.copy(), 'story');
  await expect.poll(async () => (await readAsGuest(client)).text).toContain('story');

  const { json } = await client.signIn(chatbot.people.alice);

  expect((await answer).text.length).toBeLessThan(2000);
  const { conversationId } = json as { conversationId: string };
  expect((await client.read(conversationId)).text).toContain('story');
});

test('the person’s other devices are told of the conversation that came along', async ({
  start,
  signIn,
}) => {
  const chatbot = await start();
  const live = await LiveSocket.of(await signIn(chatbot));
  const client = await guestOf(chatbot);
  expect(live.frames.map(({ type }) => type)).toEqual(['ready']);

  await client.signIn(chatbot.people.alice);

  await live.frame('conversations');
  expect(await live.hears(TEXT)).toBe(false);
});
