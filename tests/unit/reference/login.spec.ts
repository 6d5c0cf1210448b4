import { expect, test } from './chatbot-test.ts';
import { HttpClient } from './http-client.ts';

const COOKIE = '__Host-session';

test('signing in replaces the identifier that the visitor had', async ({ start }) => {
  const chatbot = await start();
  const client = new HttpClient(chatbot.origin);
  await client.send('GET', '/login');
  const attacker = client.copy();
  expect(client.cookies.get(COOKIE)).toMatch(/^[\w-]{43}$/);

  await client.signIn(chatbot.people.alice);

  expect(client.cookies.get(COOKIE)).not.toBe(attacker.cookies.get(COOKIE));
  expect((await client.send('GET', '/api/session')).status).toBe(200);
  expect((await attacker.send('GET', '/api/session')).status).toBe(401);
});

test('signing in ignores an identifier that the server never issued', async ({ start }) => {
  const chatbot = await start();
  const attacker = new HttpClient(chatbot.origin);
  attacker.cookies.set(COOKIE, 'A'.repeat(43));
  const victim = attacker.copy();

  await victim.send('GET', '/login');
  await victim.signIn(chatbot.people.alice);

  expect(victim.cookies.get(COOKIE)).not.toBe('A'.repeat(43));
  expect((await attacker.send('GET', '/api/session')).status).toBe(401);
});

for (const mechanism of ['cookie', 'token'] as const) {
  test(`signing in again ends the browser’s former session (${mechanism})`, async ({
    start,
    signIn,
  }) => {
    const chatbot = await start({ mechanism });
    const client = await signIn(chatbot);
    const former = client.copy();

    await client.signIn(chatbot.people.bob);

    expect((await former.send('GET', '/api/session')).status).toBe(401);
    expect((await client.send('GET', '/api/session')).json).toMatchObject({
      user: { username: 'bob' },
    });
  });

  test(`a sign-in that is to be remembered outlives the browser, others do not (${mechanism})`, async ({
    start,
  }) => {
    const chatbot = await start({ mechanism });
    const client = new HttpClient(chatbot.origin);

    const forgotten = await client.signIn(chatbot.people.alice);
    const remembered = await client.signIn(chatbot.people.alice, true);

    expect(forgotten.cookies[0]?.maxAge).toBeUndefined();
    expect(remembered.cookies[0]?.maxAge).toBeGreaterThan(590);
  });
}

test('an unknown name and a wrong password are refused in the same words', async ({ start }) => {
  const chatbot = await start();
  const client = new HttpClient(chatbot.origin);

  const wrong = await client.send('POST', '/api/login', { username: 'alice', password: 'wrong' });
  const unknown = await client.send('POST', '/api/login', { username: 'eve', password: 'wrong' });

  expect(wrong.status).toBe(401);
  expect(unknown.status).toBe(401);
  expect(unknown.text).toBe(wrong.text);
  expect(wrong.cookies).toEqual([]);
});

test('after five wrong passwords even the right one has to wait, and then works', async ({
  start,
  clock,
}) => {
  const chatbot = await start({ now: clock.now });
  const client = new HttpClient(chatbot.origin);
  for (let attempt = 0; attempt < 5; attempt++) {
    await client.send('POST', '/api/login', { username: 'Alice', password: `wrong ${attempt}` });
  }

  const paused = await client.signIn(chatbot.people.alice);
  expect(paused.status).toBe(429);
  expect(paused.headers['retry-after']).toBe('30');
  expect((await client.signIn(chatbot.people.bob)).status).toBe(200);

  clock.advance(31);
  expect((await client.signIn(chatbot.people.alice)).status).toBe(200);
});

test('of many guesses at once only a few are answered', async ({ start }) => {
  const chatbot = await start();
  const client = new HttpClient(chatbot.origin);
  const right = chatbot.people.alice.password.reveal();
  const guesses = [...Array.from({ length: 20 }, (_, index) => `wrong ${index}`), right];

  const answers = await Promise.all(
    guesses.map((password) => client.send('POST', '/api/login', { username: 'alice', password })),
  );

  expect(answers.at(-1)?.status).toBe(429);
});

test('a sign-in without a password is refused in words', async ({ start }) => {
  const chatbot = await start();
  const client = new HttpClient(chatbot.origin);

  const answer = await client.send('POST', '/api/login', { username: 'alice' });

  expect(answer.status).toBe(400);
  expect(answer.json).toEqual({ error: 'Please give your password.' });
});
