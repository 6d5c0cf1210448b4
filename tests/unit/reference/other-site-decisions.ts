import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';
import { LiveSocket } from './live-socket.ts';

const ORIGIN = 'http://elsewhere.test';
const FOREIGN = { origin: ORIGIN, 'sec-fetch-site': 'cross-site' };

/** What is answered to a browser in which another site asks, with a person’s credentials. */
export async function otherSiteDecisions(chatbot: RunningReference): Promise<Decisions> {
  const alice = new HttpClient(chatbot.origin);
  await alice.signIn(chatbot.people.alice);
  const path = `/api/conversations/${await alice.say('for her own page')}`;
  const shared = ({ headers }: Awaited<ReturnType<HttpClient['send']>>): boolean =>
    headers['access-control-allow-origin'] === ORIGIN &&
    headers['access-control-allow-credentials'] === 'true';
  const read = await alice.send('GET', path, undefined, FOREIGN);
  const socket = await LiveSocket.openedIfAllowed(alice, ORIGIN);
  socket?.socket.close();
  const { headers } = await alice.send('GET', '/', undefined, FOREIGN);
  return {
    'another site may read': read.text.includes('for her own page') && shared(read),
    'another site’s socket is let in': socket !== undefined,
    'another site may frame': [
      headers['x-frame-options'] === undefined,
      !String(headers['content-security-policy']).includes('frame-ancestors'),
    ],
    'another site keeps its hold of what it opens':
      headers['cross-origin-opener-policy'] !== 'same-origin',
    ...(chatbot.mechanism === 'token' && {
      'another site is given a token': await isGivenAToken(alice, shared),
    }),
  };
}

async function isGivenAToken(
  alice: HttpClient,
  shared: (answer: Awaited<ReturnType<HttpClient['send']>>) => boolean,
): Promise<boolean> {
  const answer = await alice.send('POST', '/api/token/refresh', undefined, FOREIGN);
  return answer.status === 200 && shared(answer);
}
