import type { RunningReference } from '../../../targets/reference/start.ts';
import type { Decisions } from './decisions.ts';
import { HttpClient } from './http-client.ts';

/** Who is handed a file that came with a message. */
export async function fileDecisions({ origin, people }: RunningReference): Promise<Decisions> {
  const owner = new HttpClient(origin);
  await owner.signIn(people.alice);
  const stranger = new HttpClient(origin);
  await stranger.signIn(people.bob);
  const { id } = (await owner.send('POST', '/api/conversations', {})).json as { id: string };
  const files = [{ name: 'plan.txt', content: Buffer.from('the plan').toString('base64') }];
  await owner.send('POST', `/api/conversations/${id}/messages`, { text: 'see', files });
  const { messages } = (await owner.read(id)).json as {
    messages: { attachments?: { id: string }[] }[];
  };
  const address = `/api/conversations/${id}/files/${messages[0]?.attachments?.[0]?.id}`;
  const opens = async (client: HttpClient): Promise<boolean> =>
    (await client.send('GET', address)).text === 'the plan';
  return {
    'a file is handed to its owner, a stranger and nobody': [
      await opens(owner),
      await opens(stranger),
      await opens(new HttpClient(origin)),
    ],
  };
}
