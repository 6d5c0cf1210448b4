import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';
import { LiveSocket } from './live-socket.ts';

const TEXT = 'Between Alice and Harbour';

/** Who gets at a conversation besides reading it by its identifier. */
export async function accessDecisions(chatbot: RunningReference): Promise<Decisions> {
  const { origin, people, mechanism } = chatbot;
  const alice = new HttpClient(origin);
  const bob = new HttpClient(origin);
  const nobody = new HttpClient(origin);
  await alice.signIn(people.alice);
  await bob.signIn(people.bob);
  const id = await alice.say(TEXT);
  const path = `/api/conversations/${id}`;
  const opens = async (client: HttpClient, headers?: Record<string, string>): Promise<boolean> =>
    (await client.send('GET', path, undefined, headers)).text.includes(TEXT);
  const opensNaming = async (client: HttpClient, header: string): Promise<boolean> =>
    !(await opens(client)) && opens(client, { [header]: people.alice.username });
  const { shareId } = (await alice.send('POST', `${path}/share`)).json as { shareId: string };
  return {
    ...(await strangersWrites(alice, bob)),
    'a header names the reader': [
      await opensNaming(bob, 'x-forwarded-user'),
      await opensNaming(nobody, 'x-user-id'),
    ],
    'a conversation’s identifier is a number': /^\d+$/.test(id),
    'characters of a share’s identifier': shareId.length,
    'the document says what was said': (await nobody.send('GET', `/c/${id}`)).text.includes(TEXT),
    ...(await listeners(alice, bob)),
    ...(mechanism === 'cookie' && (await cookieDecisions(alice, bob, id))),
  };
}

async function strangersWrites(alice: HttpClient, bob: HttpClient): Promise<Decisions> {
  const path = `/api/conversations/${await alice.say('to be written in')}`;
  const writes: [string, number][] = [
    ['goes on', (await bob.send('POST', `${path}/messages`, { text: 'me too' })).status],
    ['asks again', (await bob.send('POST', `${path}/regenerate`)).status],
    ['renames', (await bob.send('PATCH', path, { title: 'Mine' })).status],
    ['shares', (await bob.send('POST', `${path}/share`)).status],
    ['withdraws', (await bob.send('DELETE', `${path}/share`)).status],
    ['exports', (await bob.send('GET', `${path}/export`)).status],
    ['deletes', (await bob.send('DELETE', path)).status],
  ];
  return { 'a stranger': writes.filter(([, status]) => status < 300).map(([write]) => write) };
}

async function listeners(alice: HttpClient, bob: HttpClient): Promise<Decisions> {
  const own = await LiveSocket.of(alice);
  const strangers = await LiveSocket.of(bob);
  const guests = await LiveSocket.openedIfAllowed(new HttpClient(alice.origin));
  await alice.say('for whoever listens');
  const hears = async (live: LiveSocket | undefined): Promise<boolean> =>
    (await live?.hears('for whoever listens')) ?? false;
  return {
    'the owner hears': await hears(own),
    'a stranger hears': await hears(strangers),
    'a guest hears': await hears(guests),
  };
}

async function cookieDecisions(alice: HttpClient, bob: HttpClient, id: string): Promise<Decisions> {
  const cookies = [alice, bob].map((client) => client.credentials()['cookie'] ?? '');
  const mixed = new HttpClient(alice.origin);
  const send = (path: string) => mixed.send('GET', path, undefined, { cookie: cookies.join('; ') });
  const [name = '', value = ''] = [...alice.cookies][0] ?? [];
  return {
    'the first cookie reads': (await send(`/api/conversations/${id}`)).text.includes(TEXT),
    'the first cookie lists': (await send('/api/conversations')).text.includes(TEXT),
    'an identifier is made of digits': name !== '' && /^[0-9a-f]{32}$/.test(value),
  };
}
