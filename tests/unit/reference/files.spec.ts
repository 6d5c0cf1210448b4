import { expect, test } from './chatbot-test.ts';
import { HttpClient } from './http-client.ts';

interface Sent {
  messages: { id: string; attachments?: { id: string; name: string; size: number }[] }[];
}

const NAME = 'ä "plan" <1>.html';
const CONTENT = '<script>alert(1)</script>';

test('a file is saved by its owner alone, whatever it is, and goes with its conversation', async ({
  start,
  signIn,
}) => {
  const chatbot = await start();
  const alice = await signIn(chatbot, 'alice');
  const bob = await signIn(chatbot, 'bob');
  const id = await alice.say('hello');
  const path = `/api/conversations/${id}`;
  const content = Buffer.from(CONTENT).toString('base64');
  await alice.send('POST', `${path}/messages`, { text: 'see', files: [{ name: NAME, content }] });

  const { messages } = (await alice.read(id)).json as Sent;
  const [file] = messages[2]?.attachments ?? [];
  const address = `${path}/files/${file?.id}`;

  expect(messages.map(({ attachments }) => attachments?.length)).toEqual([
    undefined,
    undefined,
    1,
    undefined,
  ]);
  expect(file).toEqual({ id: file?.id, name: NAME, size: CONTENT.length });
  const saved = await alice.send('GET', address);
  expect(saved.text).toBe(CONTENT);
  expect(saved.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="a-plan-1.html"; filename*=UTF-8''%C3%A4%20%22plan%22%20%3C1%3E.html`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect((await bob.send('GET', address)).status).toBe(404);
  expect((await new HttpClient(chatbot.origin).send('GET', address)).status).toBe(401);
  await alice.send('DELETE', path);
  expect((await alice.send('GET', address)).status).toBe(404);
});

test('a file that is too large, or none, is refused with the message', async ({
  start,
  signIn,
}) => {
  const alice = await signIn(await start(), 'alice');
  const id = await alice.say('hello');
  const send = async (content: string) => {
    const files = [{ name: 'a.txt', content }];
    return (await alice.send('POST', `/api/conversations/${id}/messages`, { text: 'see', files }))
      .status;
  };

  expect(await send(Buffer.alloc(128 * 1024 + 3).toString('base64'))).toBe(400);
  expect(await send('no base64!')).toBe(400);
  expect(((await alice.read(id)).json as Sent).messages).toHaveLength(2);
});
