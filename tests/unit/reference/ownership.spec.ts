import { expect, test } from './chatbot-test.ts';
import { HttpClient } from './http-client.ts';

for (const mechanism of ['cookie', 'token'] as const) {
  test(`somebody else’s conversation looks like one that does not exist (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const alice = await signIn(chatbot, 'alice');
    const bob = await signIn(chatbot, 'bob');
    const id = await alice.say('For Alice alone');
    const path = `/api/conversations/${id}`;

    const refusals = [
      await bob.read(id),
      await bob.send('PATCH', path, { title: 'Mine' }),
      await bob.send('DELETE', path),
      await bob.send('GET', `${path}/export`),
      await bob.send('POST', `${path}/messages`, { text: 'Hello' }),
      await bob.send('POST', `${path}/share`),
      await bob.send('DELETE', `${path}/share`),
    ];

    const unknown = await bob.read('unknown');
    expect(unknown.status).toBe(404);
    for (const refusal of refusals) {
      expect({ status: refusal.status, text: refusal.text }).toEqual({
        status: 404,
        text: unknown.text,
      });
    }
    expect((await alice.read(id)).json).toMatchObject({ title: 'For Alice alone' });
  });

  test(`lists and searches hold a person’s own conversations only (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const alice = await signIn(chatbot, 'alice');
    const bob = await signIn(chatbot, 'bob');
    const id = await alice.say('For Alice alone');

    expect((await alice.send('GET', '/api/conversations')).json).toMatchObject({
      conversations: [{ id, title: 'For Alice alone' }],
    });
    expect((await bob.send('GET', '/api/conversations')).json).toEqual({ conversations: [] });
    expect((await bob.send('GET', '/api/search?q=alice')).json).toEqual({ results: [] });
  });

  test(`without a session nothing private is answered (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const alice = await signIn(chatbot);
    const id = await alice.say('For Alice alone');
    const nobody = new HttpClient(chatbot.origin);

    const answers = [
      await nobody.read(id),
      await nobody.send('GET', '/api/conversations'),
      await nobody.send('GET', `/api/conversations/${id}/export`),
      await nobody.send('GET', '/api/search?q=alice'),
      await nobody.send('GET', '/api/account'),
      await nobody.send('GET', '/api/account/sessions'),
      await nobody.send('POST', `/api/conversations/${id}/messages`, { text: 'Hello' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });
}

test('nobody sees or ends another person’s sessions', async ({ start, signIn }) => {
  const chatbot = await start();
  const alice = await signIn(chatbot, 'alice');
  const bob = await signIn(chatbot, 'bob');
  const { json } = await alice.send('GET', '/api/account/sessions');
  const [own] = (json as { sessions: { id: string }[] }).sessions;

  expect((await bob.send('DELETE', `/api/account/sessions/${own?.id}`)).status).toBe(404);
  expect((await alice.send('GET', '/api/session')).status).toBe(200);
});
