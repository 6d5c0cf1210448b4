import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { loseCredentials } from '../../../fixtures/consistency/lost-credentials.ts';
import { newPeople, serve } from '../strangers/stranger.ts';

const TOKEN = 'tok-0123456789';

test('cookies go, and a value goes out of headers and bodies; what is issued later is sent', async ({
  context,
}) => {
  const received: { url: string; headers: Record<string, unknown>; body: string }[] = [];
  const product = await serve('127.0.0.1', newPeople('alice', 'bob'), async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url = '', headers } = request;
    received.push({ url, headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': ['sid=1', 'csrf=2'] });
    response.end('<!doctype html><title>little</title>');
  });
  const page = await context.newPage();
  await page.goto(product.origin);
  const post = async (token: string): Promise<(typeof received)[number] | undefined> => {
    await page.evaluate(async (value) => {
      const headers = { authorization: `Bearer ${value}`, 'x-kept': 'yes' };
      await fetch(`/?t=${value}`, { method: 'POST', headers, body: `refresh=${value}` });
    }, token);
    return received.at(-1);
  };
  expect(await post(TOKEN)).toMatchObject({ headers: { cookie: 'sid=1; csrf=2' } });

  await loseCredentials(context, [
    { carrier: 'cookie', name: 'sid', value: new Secret('1') },
    { carrier: 'header', name: 'authorization', value: new Secret(`Bearer ${TOKEN}`) },
  ]);

  const dead = await post(TOKEN);
  expect(dead?.headers).toMatchObject({ cookie: 'csrf=2', 'x-kept': 'yes' });
  expect(dead?.headers).not.toHaveProperty('authorization');
  expect(JSON.stringify(dead)).not.toContain(TOKEN);
  expect(dead?.body).toBe(`refresh=${'x'.repeat(TOKEN.length)}`);
  expect((await post('another-token'))?.headers).toMatchObject({
    cookie: 'csrf=2; sid=1',
    authorization: 'Bearer another-token',
  });
  await product.close();
});
