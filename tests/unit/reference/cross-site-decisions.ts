import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

/** What a page of another site may have a browser send, if that sends its credentials along. */
const ELSEWHERE = {
  origin: 'http://elsewhere.example',
  'sec-fetch-site': 'cross-site',
  'content-type': 'text/plain',
};

/** Which requests of another site are taken for the page's own. */
export async function crossSiteDecisions({ origin, people }: RunningReference): Promise<Decisions> {
  const alice = new HttpClient(origin);
  await alice.signIn(people.alice);
  const path = `/api/conversations/${await alice.say('to be written in')}`;
  const { username, password } = people.bob;
  const login = { username, password: password.reveal() };
  const send = async (
    method: 'GET' | 'POST' | 'PATCH',
    address: string,
    body?: object,
  ): Promise<boolean> => (await alice.copy().send(method, address, body, ELSEWHERE)).status < 300;
  const sent: [string, boolean][] = [
    ['goes on', await send('POST', `${path}/messages`, { text: 'me too' })],
    ['renames', await send('PATCH', path, { title: 'Mine' })],
    ['shares', await send('POST', `${path}/share`)],
    ['shares by a link', await send('GET', `${path}/share`)],
    ['signs in', await send('POST', '/api/login', login)],
    ['signs out', await send('POST', '/api/logout')],
  ];
  return { 'another site': sent.filter(([, taken]) => taken).map(([what]) => what) };
}
