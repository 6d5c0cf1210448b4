import { expect, test } from './chatbot-test.ts';
import { HttpClient } from './http-client.ts';

test('a shared conversation is shown as it was, until it is withdrawn', async ({
  start,
  signIn,
}) => {
  const chatbot = await start();
  const client = await signIn(chatbot);
  const stranger = new HttpClient(chatbot.origin);
  const id = await client.say('Before');
  const path = `/api/conversations/${id}`;

  const { shareId } = (await client.send('POST', `${path}/share`)).json as { shareId: string };
  await client.send('POST', `${path}/messages`, { text: 'After' });

  expect((await client.read(id)).json).toMatchObject({ shareId });
  expect((await stranger.send('GET', `/api/shares/${shareId}`)).json).toMatchObject({
    title: 'Before',
    messages: [{ text: 'Before' }, { text: 'You said: “Before”' }],
  });

  await client.send('POST', `${path}/share`);
  expect((await stranger.send('GET', `/api/shares/${shareId}`)).text).toContain('After');
  expect((await client.send('DELETE', `${path}/share`)).status).toBe(204);
  expect((await stranger.send('GET', `/api/shares/${shareId}`)).status).toBe(404);
});

test('deleting a conversation withdraws its share', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const id = await client.say('Short-lived');
  const { json } = await client.send('POST', `/api/conversations/${id}/share`);

  expect((await client.send('DELETE', `/api/conversations/${id}`)).status).toBe(204);

  const { shareId } = json as { shareId: string };
  expect((await client.send('GET', `/api/shares/${shareId}`)).status).toBe(404);
  expect((await client.read(id)).status).toBe(404);
});

test('an export is a markdown file named after the conversation', async ({ start, signIn }) => {
  const client = await signIn(await start());
  const id = await client.say('Grüße: a/b "c"');

  const { text, headers } = await client.send('GET', `/api/conversations/${id}/export`);

  expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(headers['content-disposition']).toBe(
    `attachment; filename="Gru-e-a-b-c.md"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%3A%20a-b%20%22c%22.md`,
  );
  expect(text).toMatch(/^# Grüße: a\/b "c"\n\n## You, .*\n\nGrüße/);
  expect(text).toMatch(/## Harbour, .*\n\nYou said: “Grüße/);
});

test('a search looks into titles and messages, without regard to case', async ({
  start,
  signIn,
}) => {
  const client = await signIn(await start());
  const padding = 'word '.repeat(40);
  const id = await client.say(`${padding}ÄPFEL ${padding}`);
  await client.send('PATCH', `/api/conversations/${id}`, { title: 'Fruit_100%' });
  await client.say('Something else');

  const found = async (q: string) => {
    const { json } = await client.send('GET', `/api/search?q=${encodeURIComponent(q)}`);
    return (json as { results: { conversationId: string; excerpt: string }[] }).results;
  };

  expect(await found('äpfel')).toMatchObject([{ conversationId: id, title: 'Fruit_100%' }]);
  expect((await found('äpfel'))[0]?.excerpt).toMatch(/^….*ÄPFEL.*…$/);
  expect(await found('FRUIT_1')).toMatchObject([{ conversationId: id, excerpt: 'Fruit_100%' }]);
  expect(await found('_')).toHaveLength(1);
  expect(await found('nowhere')).toEqual([]);
  expect(await found(' ')).toEqual([]);
});

test('the newest conversation comes first', async ({ start, signIn, clock }) => {
  const client = await signIn(await start({ now: clock.now }));
  const first = await client.say('One');
  clock.advance(1);
  const second = await client.say('Two');
  clock.advance(1);
  const ids = async () => {
    const { json } = await client.send('GET', '/api/conversations');
    return (json as { conversations: { id: string }[] }).conversations.map(({ id }) => id);
  };

  expect(await ids()).toEqual([second, first]);
  await client.send('POST', `/api/conversations/${first}/messages`, { text: 'Again' });
  expect(await ids()).toEqual([first, second]);
});

test('a person changes the name that is shown', async ({ start, signIn }) => {
  const client = await signIn(await start());

  expect((await client.send('PATCH', '/api/account', { displayName: ' Al ' })).json).toEqual({
    username: 'alice',
    displayName: 'Al',
  });
  expect((await client.send('GET', '/api/account')).json).toMatchObject({ displayName: 'Al' });
  const empty = await client.send('PATCH', '/api/account', { displayName: ' ' });
  expect(empty).toMatchObject({ status: 400, json: { error: 'Please give a name.' } });
});

test('a session says from which device it is', async ({ start, signIn }) => {
  const chatbot = await start();
  const client = await signIn(chatbot);
  const { username, password } = chatbot.people.alice;
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const credentials = { username, password: password.reveal() };
  await client.copy().send('POST', '/api/login', credentials, { 'user-agent': agent });
  await client.signIn(chatbot.people.alice);

  const { json } = await client.send('GET', '/api/account/sessions');
  const { sessions } = json as { sessions: { device: string }[] };
  expect(sessions.map(({ device }) => device).sort()).toEqual([
    'Firefox on Linux',
    'Unknown device',
  ]);
});
