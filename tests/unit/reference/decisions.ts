import { isDeepStrictEqual } from 'node:util';
import { SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import type { Settings } from '../../../targets/reference/settings.ts';
import type { RunningReference } from '../../../targets/reference/start.ts';
import { accessDecisions } from './access-decisions.ts';
import type { Clock } from './chatbot-test.ts';
import { crowdDecisions } from './crowd-decisions.ts';
import { crossSiteDecisions } from './cross-site-decisions.ts';
import { endingDecisions } from './ending-decisions.ts';
import { exposureDecisions } from './exposure-decisions.ts';
import { fileDecisions } from './file-decisions.ts';
import { guestDecisions } from './guest-decisions.ts';
import { halfDoneDecisions } from './half-done-decisions.ts';
import { type Answer, HttpClient } from './http-client.ts';
import { idleDecisions, lifetimeDecisions } from './lifetime-decisions.ts';
import { LiveSocket } from './live-socket.ts';
import { otherSiteDecisions } from './other-site-decisions.ts';
import { tokenDecisions } from './token-decisions.ts';

/** What a chatbot was seen to decide, by effect. */
export type Decisions = Record<string, unknown>;

const TEXT = 'Between Alice and Harbour';

/** Puts every question to a fresh chatbot whose flaw may be on. */
export async function decisionsOf(chatbot: RunningReference, clock: Clock): Promise<Decisions> {
  const { origin, mechanism, people } = chatbot;
  const alice = new HttpClient(origin);
  const bob = new HttpClient(origin);
  const visitor = new HttpClient(origin);
  const document = await visitor.send('GET', '/login');
  const signedIn = await alice.signIn(people.alice);
  await bob.signIn(people.bob);
  const id = await alice.say(TEXT);
  const opens = async (client: HttpClient): Promise<boolean> =>
    (await client.read(id)).text.includes(TEXT);
  const withCredential = (value: string): HttpClient => {
    const client = new HttpClient(origin);
    if (mechanism === 'token') client.accessToken = value;
    else for (const name of alice.cookies.keys()) client.cookies.set(name, value);
    return client;
  };
  const { name = '' } = signedIn.cookies[0] ?? {};
  const titles = (await bob.send('GET', '/api/conversations')).text;

  return {
    'the owner reads': await opens(alice),
    'nobody reads': await opens(new HttpClient(origin)),
    'a visitor reads': visitor.cookies.size > 0 && (await opens(visitor)),
    'a stranger reads': await opens(bob),
    'an unknown credential reads': await opens(withCredential('x'.repeat(43))),
    'a stranger lists': titles.includes(TEXT),
    caching: (await alice.read(id)).headers['cache-control'],
    'caching of what is found': (await alice.send('GET', '/api/search?q=boat')).headers[
      'cache-control'
    ],
    'a copy is handed to anybody': await copyIsKept(alice, id, TEXT),
    'an answer is kept where it was asked for': await answersStay(alice, id),
    'cookie attributes': omit({ ...signedIn.cookies[0] }, 'name', 'value'),
    'cookie name': name.replace(/session|refresh/, ''),
    'inline script': String(document.headers['content-security-policy']).includes('unsafe-inline'),
    'pictures from elsewhere': /img-src[^;]* http:/.test(
      String(document.headers['content-security-policy']),
    ),
    ...(await exposureDecisions(chatbot)),
    ...(await crowdDecisions(chatbot)),
    ...(await fileDecisions(chatbot)),
    page: omit(settingsIn(document.text), 'mechanism', 'telemetry'),
    'another origin is told': toldElsewhere(document),
    ...(mechanism === 'token' && (await tokenDecisions(chatbot, clock))),
    ...(mechanism === 'cookie' && (await identifiersAtLogin(chatbot))),
    ...(await afterLogout(chatbot)),
    ...(await idleDecisions(chatbot, clock, async () => ({
      ...(await accessDecisions(chatbot)),
      ...(await guestDecisions(chatbot)),
      ...(await halfDoneDecisions(chatbot)),
      ...(await otherSiteDecisions(chatbot)),
      ...(await crossSiteDecisions(chatbot)),
    }))),
    'what is said keeps a session in use': await afterChatting(chatbot, clock),
    ...(await lifetimeDecisions(chatbot, clock)),
    // The last: it changes Alice’s password.
    ...(await endingDecisions(chatbot)),
  };
}

/** Whether nobody gets what its owner has read at an address that looks like a file. */
async function copyIsKept(owner: HttpClient, id: string, text: string): Promise<boolean> {
  const address = `/api/conversations/${id}/style.css`;
  await owner.send('GET', address);
  return (await new HttpClient(owner.origin).send('GET', address)).text.includes(text);
}

/** Whether what is said in one conversation is answered there, although the person looked at the other one last. */
async function answersStay(owner: HttpClient, lookedAt: string): Promise<boolean> {
  await owner.read(lookedAt);
  const id = await owner.say('something else');
  const { messages } = (await owner.read(id)).json as { messages: unknown[] };
  return messages.length === 2;
}

function settingsIn(document: string): Partial<Settings> {
  const json = /id="settings">(.*?)<\/script>/.exec(document)?.[1] ?? '{}';
  return JSON.parse(json) as Settings;
}

/** What another origin is told of the page, and whether the browser lets it be told. */
function toldElsewhere({ text, headers }: Answer): [string, boolean] | null {
  const { telemetry } = settingsIn(text);
  if (!telemetry) return null;
  const policy = String(headers['content-security-policy']);
  return [telemetry.tells, policy.includes(` ${telemetry.collector};`)];
}

/** A copy without the named fields. */
export function omit(record: object, ...keys: string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

async function identifiersAtLogin({ origin, people }: RunningReference): Promise<Decisions> {
  const visitor = new HttpClient(origin);
  await visitor.send('GET', '/login');
  const [name = '', issued] = [...visitor.cookies][0] ?? [];
  await visitor.signIn(people.bob);
  const planted = new HttpClient(origin);
  planted.cookies.set(name, 'p'.repeat(43));
  await planted.send('GET', '/login');
  await planted.signIn(people.bob);
  return {
    'an issued identifier survives the login': visitor.cookies.get(name) === issued,
    'an unknown identifier survives the login': planted.cookies.get(name) === 'p'.repeat(43),
  };
}

async function afterLogout({ origin, people, mechanism }: RunningReference): Promise<Decisions> {
  const client = new HttpClient(origin);
  await client.signIn(people.bob);
  const early = client.copy();
  if (mechanism === 'token') {
    await client.refresh();
    await client.send('GET', '/api/session');
  }
  const remembered = new HttpClient(origin);
  await remembered.signIn(people.bob, true);
  const rememberedThief = remembered.copy();
  await remembered.send('POST', '/api/logout');
  const live = await LiveSocket.of(client);
  const thief = client.copy();
  const answer = await client.send('POST', '/api/logout');
  await live.settled();
  const open = live.isOpen;
  const deletion = answer.cookies[0];
  return {
    'the access credential survives the logout':
      (await thief.send('GET', '/api/session')).status === 200,
    'the access credential of a remembered session survives the logout':
      (await rememberedThief.send('GET', '/api/session')).status === 200,
    ...(mechanism === 'token' && {
      'the refresh token survives the logout': (await thief.refresh()).status === 200,
      'a refresh token that was used before survives the logout':
        (await early.refresh()).status === 200,
    }),
    'an open socket survives the logout': open,
    'other tabs are told': live.frames.some(({ type }) => type === 'signed-out'),
    'the deletion fits': deletion?.path === '/' && deletion.maxAge === 0,
    'site data is cleared': answer.headers['clear-site-data'] !== undefined,
  };
}

/** Whether a session is still there after its limit when something was said within it. */
async function afterChatting({ origin, people }: RunningReference, clock: Clock): Promise<boolean> {
  const client = new HttpClient(origin);
  await client.signIn(people.bob);
  clock.advance(SHORT_IDLE_LIMIT.idleSeconds - 1);
  await client.say('Still here');
  clock.advance(2);
  return (await client.send('GET', '/api/session')).status === 200;
}

/** The decisions in which the second chatbot differs from the first. */
export function differences(sound: Decisions, flawed: Decisions): Decisions {
  return Object.fromEntries(
    Object.entries(flawed).filter(
      ([question, answer]) => !isDeepStrictEqual(answer, sound[question]),
    ),
  );
}
