import { expect } from '@playwright/test';
import { Agent, request } from 'undici';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

const LONG = 'a secret of Alice’s, told at length. '.repeat(40);

/** What becomes of an answer when somebody else asks before it is complete. */
export async function crowdDecisions({ origin, people }: RunningReference): Promise<Decisions> {
  const alice = new HttpClient(origin);
  const bob = new HttpClient(origin);
  await alice.signIn(people.alice);
  await bob.signIn(people.bob);

  const own = await begin(alice);
  const his = await begin(bob);
  const answers = [await ask(alice, own), await ask(bob, his)];
  await Promise.all(answers.map(({ readOn }) => readOn()));
  const { messages } = (await alice.read(own)).json as { messages: unknown[] };

  const overwritten = await isOverwritten(alice, await elsewhere({ origin, people }));
  const id = await begin(alice);
  const left = await ask(alice, id);
  await left.abandon();
  // What had come of it is put away when the server is done with it.
  const read = async (): Promise<string> => (await alice.read(id)).text;
  await expect.poll(read, { intervals: [20] }).toContain('assistant');
  const next = await bob.say('afterwards');
  await alice.send('POST', `/api/conversations/${id}/messages`, { text: 'go on' });
  const goingOn = ((await alice.read(id)).json as { messages: { text: string }[] }).messages.at(-1);
  return {
    'the rest of an abandoned answer comes in the next one': goingOn?.text.includes('of Alice’s'),
    'an answer is written anew where it was': await isRenewedThere(alice, own),
    'an answer is kept where it was asked for, whoever asks meanwhile': messages.length === 2,
    'what another session said is overwritten': overwritten,
    'the rest of an abandoned answer comes to a stranger': (await bob.read(next)).text.includes(
      'of Alice’s',
    ),
  };
}

/** Another session of Alice’s. */
async function elsewhere({ origin, people }: Pick<RunningReference, 'origin' | 'people'>) {
  const client = new HttpClient(origin);
  await client.signIn(people.alice);
  return client;
}

/** Whether what is taken of one session while another one is answered is gone when that answer is complete. */
async function isOverwritten(one: HttpClient, other: HttpClient): Promise<boolean> {
  const id = await begin(one);
  const answer = await ask(one, id);
  const text = 'meanwhile, on another device';
  const { status } = await other.send('POST', `/api/conversations/${id}/messages`, { text });
  await answer.readOn();
  return status === 200 && !(await one.read(id)).text.includes(text);
}

/** Whether an answer that is written anew stays out of the conversation at which its person looked last. */
async function isRenewedThere(client: HttpClient, id: string): Promise<boolean> {
  const other = await begin(client);
  await client.send('POST', `/api/conversations/${id}/regenerate`);
  return ((await client.read(other)).json as { messages: unknown[] }).messages.length === 0;
}

/** Begins a conversation, and looks at it: where a person looked last is a decision of its own. */
async function begin(client: HttpClient): Promise<string> {
  const { id } = (await client.send('POST', '/api/conversations', {})).json as { id: string };
  await client.read(id);
  return id;
}

/** Asks for a long answer, and comes back when it has begun. */
async function ask(
  client: HttpClient,
  id: string,
): Promise<Record<'readOn' | 'abandon', () => Promise<void>>> {
  const agent = new Agent();
  const { body } = await request(`${client.origin}/api/conversations/${id}/messages`, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/json', ...client.credentials() },
    body: JSON.stringify({ text: LONG }),
  });
  return {
    readOn: async () => {
      await body.dump({ limit: Infinity });
      await agent.close();
    },
    abandon: async () => {
      let read = '';
      for await (const piece of body) {
        read += String(piece);
        if (read.includes('delta')) break;
      }
      await agent.destroy();
    },
  };
}
