import { expect, test } from './chatbot-test.ts';
import type { HttpClient } from './http-client.ts';
import { LiveSocket } from './live-socket.ts';

interface SessionList {
  sessions: { id: string; device: string; current: boolean }[];
}

/** What still opens with the credentials of a thief's copy. The refresh comes last: it changes the others. */
async function openings(thief: HttpClient) {
  const read = (await thief.send('GET', '/api/session')).status;
  const refresh = (await thief.send('POST', '/api/token/refresh')).status;
  return { read, refresh };
}

for (const mechanism of ['cookie', 'token'] as const) {
  const NOTHING = { read: 401, refresh: mechanism === 'token' ? 401 : 404 };

  test(`signing out ends every credential and the live connection (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const client = await signIn(chatbot);
    const live = await LiveSocket.of(client);
    const thief = client.copy();

    const answer = await client.send('POST', '/api/logout');

    expect(answer.status).toBe(204);
    expect(client.cookies.size).toBe(0);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(await live.closed).toBe(4401);
    expect(live.frames.at(-1)).toEqual({ type: 'signed-out', reason: 'logout' });
    expect(await openings(thief)).toEqual(NOTHING);
  });

  test(`signing out cuts an answer that is being streamed (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism, replyPauseMs: 20 });
    const client = await signIn(chatbot);
    const live = await LiveSocket.of(client);
    const { json } = await client.send('POST', '/api/conversations', {});
    const { id } = json as { id: string };

    const answer = client
      .copy()
      .send('POST', `/api/conversations/${id}/messages`, { text: 'story' });
    const cut = expect(answer).rejects.toThrow();
    await live.frame('delta');
    await client.send('POST', '/api/logout');

    await cut;
  });

  test(`signing out everywhere ends the person’s other sessions and nobody else’s (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const desk = await signIn(chatbot);
    const phone = await signIn(chatbot);
    const bob = await signIn(chatbot, 'bob');
    const phoneLive = await LiveSocket.of(phone);

    await desk.copy().send('POST', '/api/logout-everywhere');

    expect(await phoneLive.frame('signed-out')).toMatchObject({ reason: 'revoked' });
    expect(await openings(desk)).toEqual(NOTHING);
    expect(await openings(phone)).toEqual(NOTHING);
    expect((await bob.send('GET', '/api/session')).status).toBe(200);
  });

  test(`a session is listed by a public handle and ended by it (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const desk = await signIn(chatbot);
    const phone = await signIn(chatbot);
    const { json } = await desk.send('GET', '/api/account/sessions');
    const { sessions } = json as SessionList;
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = sessions.find(({ current }) => !current);

    expect((await desk.send('DELETE', `/api/account/sessions/${other?.id}`)).status).toBe(204);

    expect(await openings(phone)).toEqual(NOTHING);
    expect((await desk.send('GET', '/api/account/sessions')).json).toMatchObject({
      sessions: [{ current: true }],
    });
  });

  test(`a new password ends all other sessions and renews this one (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const { username, password } = chatbot.people.alice;
    const desk = await signIn(chatbot);
    const phone = await signIn(chatbot);
    const thief = desk.copy();

    const answer = await desk.send('POST', '/api/account/password', {
      current: password.reveal(),
      next: 'a fresh start',
    });
    desk.accessToken = (answer.json as { accessToken?: string }).accessToken;

    expect(answer.status).toBe(200);
    expect((await desk.send('GET', '/api/session')).status).toBe(200);
    expect(await openings(thief)).toEqual(NOTHING);
    expect(await openings(phone)).toEqual(NOTHING);
    const old = { username, password: password.reveal() };
    expect((await phone.send('POST', '/api/login', old)).status).toBe(401);
    const fresh = { username, password: 'a fresh start' };
    expect((await phone.send('POST', '/api/login', fresh)).status).toBe(200);
  });
}

test('a password is not changed without the current one', async ({ start, signIn }) => {
  const chatbot = await start();
  const client = await signIn(chatbot);

  const wrong = { current: 'not it', next: 'a fresh start' };
  expect((await client.send('POST', '/api/account/password', wrong)).status).toBe(403);
  const current = chatbot.people.alice.password.reveal();
  const short = await client.send('POST', '/api/account/password', { current, next: 'short' });
  expect(short.json).toEqual({ error: 'A password has at least 8 characters.' });
  expect((await client.send('GET', '/api/session')).status).toBe(200);
});

test('signing out twice, or without a session, is no error', async ({ start, signIn }) => {
  const client = await signIn(await start());
  await client.send('POST', '/api/logout');
  expect((await client.send('POST', '/api/logout')).status).toBe(204);
});

test('a page that has lost its access token signs out by its refresh cookie', async ({
  start,
  signIn,
  clock,
}) => {
  const client = await signIn(await start({ mechanism: 'token', now: clock.now }));
  const thief = client.copy();
  client.accessToken = undefined;

  await client.send('POST', '/api/logout');

  expect(await openings(thief)).toEqual({ read: 401, refresh: 401 });
});
