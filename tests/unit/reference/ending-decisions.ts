import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Account } from '../../../targets/target.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';
import { LiveSocket } from './live-socket.ts';

const TEXT = 'soon to be over';

/** What is left of what a person has ended. It ends all her sessions. */
export async function endingDecisions(chatbot: RunningReference): Promise<Decisions> {
  const signIn = async (): Promise<HttpClient> => {
    const client = new HttpClient(chatbot.origin);
    await client.signIn(chatbot.people.alice);
    return client;
  };
  return {
    ...(await afterSigningInAgain(chatbot.people.alice, await signIn())),
    ...(await afterDeletion(await signIn())),
    ...(await afterDevice(await signIn(), await signIn())),
    ...(await afterEverywhere(await signIn(), await signIn(), signIn)),
    ...(await afterPassword(chatbot.people.alice, await signIn(), await signIn())),
  };
}

async function isSignedIn(client: HttpClient): Promise<boolean> {
  return (await client.send('GET', '/api/session')).status === 200;
}

async function afterSigningInAgain(account: Account, browser: HttpClient): Promise<Decisions> {
  const earlier = browser.copy();
  await browser.signIn(account);
  const before = browser.copy();
  await browser.send('POST', '/api/logout');
  const ended = !(await isSignedIn(before));
  await browser.signIn(account);
  return {
    'the earlier session survives the sign-in': await isSignedIn(earlier),
    'a signed-out session lives again': ended && (await isSignedIn(before)),
  };
}

async function afterDeletion(alice: HttpClient): Promise<Decisions> {
  const opens = async (path: string): Promise<boolean> =>
    (await alice.send('GET', path)).text.includes(TEXT);
  const path = `/api/conversations/${await alice.say(TEXT)}`;
  const share = async (): Promise<string> => {
    const { json } = await alice.send('POST', `${path}/share`);
    return `/api/shares/${(json as { shareId: string }).shareId}`;
  };
  const withdrawn = await share();
  await alice.send('DELETE', `${path}/share`);
  const again = await share();
  const decisions = {
    'a withdrawn share opens': withdrawn !== again && (await opens(withdrawn)),
    'a share opens': await opens(again),
  };
  await alice.send('DELETE', path);
  return {
    ...decisions,
    'the share of a deleted conversation opens': await opens(again),
    'a deleted conversation opens': [await opens(path), await opens(`${path}/export`)],
    'a deleted conversation is found': [
      await opens('/api/conversations'),
      await opens('/api/search?q=soon'),
    ],
  };
}

async function afterDevice(desk: HttpClient, phone: HttpClient): Promise<Decisions> {
  const own = await phone.send('GET', '/api/account/sessions');
  const { sessions } = own.json as { sessions: { id: string; current: boolean }[] };
  const id = sessions.find(({ current }) => current)?.id;
  await desk.send('DELETE', `/api/account/sessions/${id}`);
  const listed = (await desk.send('GET', '/api/account/sessions')).text.includes(String(id));
  return {
    'an ended device is signed in': await isSignedIn(phone),
    'an ended device is listed': listed,
  };
}

async function afterEverywhere(
  desk: HttpClient,
  phone: HttpClient,
  signIn: () => Promise<HttpClient>,
): Promise<Decisions> {
  const live = await LiveSocket.of(phone);
  await desk.send('POST', '/api/logout-everywhere');
  const signedIn = await isSignedIn(phone);
  const later = await signIn();
  await later.say('said after everywhere');
  return {
    'another session survives everywhere': signedIn,
    'another socket hears after everywhere': await live.hears('said after everywhere'),
  };
}

async function afterPassword(
  { password }: Account,
  desk: HttpClient,
  phone: HttpClient,
): Promise<Decisions> {
  const thief = desk.copy();
  const change = { current: password.reveal(), next: 'a fresh start' };
  const { status } = await desk.send('POST', '/api/account/password', change);
  return {
    'a password is changed': status,
    'another session survives a new password': await isSignedIn(phone),
    'the credential from before a new password is good': await isSignedIn(thief),
  };
}
