import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

/** Whether answers and addresses hold what only a cookie or a header should. */
export async function exposureDecisions({
  origin,
  people,
  mechanism,
}: RunningReference): Promise<Decisions> {
  const client = new HttpClient(origin);
  await client.signIn(people.alice);
  const answer =
    mechanism === 'token' ? await client.refresh() : await client.send('GET', '/api/session');
  return {
    'an answer repeats the cookie': [...client.cookies.values()].some((value) =>
      answer.text.includes(value),
    ),
    'an address with a title is a page': (await client.send('GET', '/c/1/a-title')).status,
    ...(mechanism === 'token' && {
      'a token in the address opens a socket': await opensByAddress(client),
    }),
  };
}

/** Milliseconds; where anybody may listen, a socket that says nothing of use is neither welcomed nor closed. */
const WELCOMED_MS = 3_000;

/** A socket that only its address vouches for is told that it is ready, or closed for want of a greeting. */
async function opensByAddress({ origin, accessToken = '' }: HttpClient): Promise<boolean> {
  const address = `${origin.replace('http', 'ws')}/api/live?access_token=${accessToken}`;
  const socket = new WebSocket(address, { origin });
  // What the server says may come in one piece with its answer to the handshake: one listens before.
  const ready = once(socket, 'message').then(() => true);
  const closed = once(socket, 'close').then(() => false);
  await once(socket, 'open');
  socket.send('no greeting');
  const ignored = setTimeout(WELCOMED_MS, false, { ref: false });
  const opened = await Promise.race([ready, closed, ignored]);
  socket.terminate();
  return opened;
}
