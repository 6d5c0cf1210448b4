import { SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import { expect, test } from './chatbot-test.ts';
import { HttpClient } from './http-client.ts';
import { LiveSocket } from './live-socket.ts';

const { idleSeconds, absoluteSeconds, rememberIdleSeconds, rememberSeconds } = SHORT_IDLE_LIMIT;
const BACKGROUND = { 'x-background': '1' };
/** Only the session's own limits are looked at: no access token runs out before them. */
const LASTING_TOKENS = { ...SHORT_IDLE_LIMIT, accessTokenSeconds: rememberSeconds };

for (const mechanism of ['cookie', 'token'] as const) {
  test(`a session that is left alone ends at the idle limit (${mechanism})`, async ({
    start,
    signIn,
    clock,
  }) => {
    const client = await signIn(await start({ mechanism, now: clock.now }));

    clock.advance(idleSeconds - 1);
    expect((await client.send('GET', '/api/session', undefined, BACKGROUND)).status).toBe(200);
    clock.advance(1);
    expect((await client.send('GET', '/api/session')).status).toBe(401);
  });

  test(`activity moves the idle limit, what the page does by itself does not (${mechanism})`, async ({
    start,
    signIn,
    clock,
  }) => {
    const client = await signIn(await start({ mechanism, now: clock.now }));
    clock.advance(idleSeconds - 1);
    expect((await client.send('POST', '/api/session/touch')).status).toBe(204);

    clock.advance(idleSeconds - 1);
    const live = await LiveSocket.of(client);
    await client.send('GET', '/api/conversations', undefined, BACKGROUND);
    await client.send('POST', '/api/token/refresh');
    clock.advance(1);

    expect(await live.frame('signed-out')).toMatchObject({ reason: 'idle' });
    expect(await live.closed).toBe(4401);
    expect((await client.send('GET', '/api/session')).status).toBe(401);
  });

  test(`the busiest session ends at the absolute limit (${mechanism})`, async ({
    start,
    signIn,
    clock,
  }) => {
    const limits = { ...LASTING_TOKENS, idleSeconds: absoluteSeconds };
    const client = await signIn(await start({ mechanism, limits, now: clock.now }));
    const live = await LiveSocket.of(client);

    clock.advance(absoluteSeconds - 1);
    expect((await client.send('POST', '/api/session/touch')).status).toBe(204);
    clock.advance(1);

    expect((await client.send('GET', '/api/session')).status).toBe(401);
    expect(await live.frame('signed-out')).toMatchObject({ reason: 'expired' });
    expect((await client.send('POST', '/api/token/refresh')).status).not.toBe(200);
  });

  test(`a remembered session has longer limits of its own (${mechanism})`, async ({
    start,
    clock,
  }) => {
    const chatbot = await start({ mechanism, limits: LASTING_TOKENS, now: clock.now });
    const client = new HttpClient(chatbot.origin);
    await client.signIn(chatbot.people.alice, true);
    const started = clock.now();

    clock.advance(rememberIdleSeconds - 1);
    expect((await client.send('GET', '/api/session')).json).toMatchObject({
      idleSeconds: rememberIdleSeconds,
      absoluteExpiresAt: started + rememberSeconds * 1000,
    });
    clock.advance(rememberIdleSeconds);
    expect((await client.send('GET', '/api/session')).status).toBe(401);
  });
}
