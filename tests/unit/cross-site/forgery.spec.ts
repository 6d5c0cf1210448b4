import { expect, test } from '@playwright/test';
import { formFieldsOf } from '../../../fixtures/cross-site/form-fields.ts';
import { type RequestForgery, waysToForge } from '../../../fixtures/cross-site/forgery.ts';
import type { ReplayRequest } from '../../../fixtures/replay/compose.ts';

const ADDRESS = 'http://localhost:1/c/7';

function request(method: string, type = '', text = ''): ReplayRequest {
  const headers = [
    ...(type === '' ? [] : [{ name: 'content-type', value: type }]),
    { name: 'user-agent', value: 'a browser' },
    { name: 'x-requested-with', value: 'XMLHttpRequest' },
  ];
  return { method, url: ADDRESS, headers, ...(text === '' ? {} : { body: Buffer.from(text) }) };
}

/** What a server would receive of it, as far as it can be told beforehand. */
function received(way: RequestForgery): string {
  switch (way.kind) {
    case 'link':
      return `GET ${way.url}`;
    case 'form':
      return `POST ${way.url} ${way.enctype}: ${way.fields.map((pair) => pair.join('=')).join('&')}`;
    case 'script': {
      const headers = way.headers.map(({ name, value }) => `${name}: ${value}`).join(', ');
      return `${way.method} ${way.url} ${headers}: ${way.body ?? ''}`;
    }
  }
}

const forged = async (recorded: ReplayRequest): Promise<string[]> =>
  (await waysToForge(recorded)).map(received);

test('JSON is sent as forms, in a link, as a text, and as it was', async () => {
  expect(await forged(request('POST', 'application/json', '{"text":"hi","to":{"id":7}}'))).toEqual([
    `POST ${ADDRESS} application/x-www-form-urlencoded: text=hi&to[id]=7`,
    `POST ${ADDRESS} multipart/form-data: text=hi&to[id]=7`,
    `POST ${ADDRESS} text/plain: {"text":"hi","to":{"id":7},"pad":"="}`,
    `GET ${ADDRESS}?text=hi&to%5Bid%5D=7`,
    `POST ${ADDRESS} content-type: text/plain: {"text":"hi","to":{"id":7}}`,
    `POST ${ADDRESS} content-type: application/json, x-requested-with: XMLHttpRequest: {"text":"hi","to":{"id":7}}`,
  ]);
});

test('what is nested in a GraphQL request is sent as JSON, as its servers read it', async () => {
  const query = 'mutation Say($text: String!) { say(text: $text) { id } }';
  const json = JSON.stringify({ operationName: 'Say', variables: { text: 'hi' }, query });
  const [asForm, , , asLink] = await forged(request('POST', 'application/json', json));
  const type = 'application/x-www-form-urlencoded';
  const fields = `operationName=Say&variables={"text":"hi"}&query=${query}`;
  expect(asForm).toBe(`POST ${ADDRESS} ${type}: ${fields}`);
  expect(asLink).toContain(`&variables=${encodeURIComponent('{"text":"hi"}')}&query=mutation+Say`);
});

for (const [json, sent] of [
  ['{}', '{"pad":"="}'],
  ['{"a":"b=c"}', '{"a":"b=c"}'],
  ['{"a":1}\n', '{"a":1,"pad":"="}'],
] as const) {
  test(`the JSON ${JSON.stringify(json)} is what a form sends as a text`, async () => {
    const ways = await waysToForge(request('POST', 'application/json', json));
    const texts = ways.map((way) =>
      way.kind === 'form' && way.enctype === 'text/plain' ? way.fields[0]?.join('=') : undefined,
    );
    expect(texts.filter(Boolean)).toEqual([sent]);
  });
}

test('a form is sent as it was', async () => {
  const type = 'application/x-www-form-urlencoded';
  const sent = await forged(request('POST', type, 'text=h%C3%BC&text=ho'));
  expect(sent[0]).toBe(`POST ${ADDRESS} ${type}: text=hü&text=ho`);
  expect(sent.filter((each) => each.includes('multipart') || each.includes('"pad"'))).toEqual([]);
});

test('a script says what it accepts, which the browser asks nobody about', async () => {
  const type = 'application/x-www-form-urlencoded;charset=UTF-8';
  const recorded = request('POST', type, 'text=hi');
  recorded.headers.push({ name: 'Accept', value: 'text/vnd.turbo-stream.html' });
  expect(await forged(recorded)).toContain(
    `POST ${ADDRESS} Accept: text/vnd.turbo-stream.html, content-type: ${type}: text=hi`,
  );
});

test('a request without a body is sent by a form, a link and a script', async () => {
  expect(await forged(request('POST'))).toEqual([
    `POST ${ADDRESS} application/x-www-form-urlencoded: `,
    `GET ${ADDRESS}`,
    `POST ${ADDRESS} x-requested-with: XMLHttpRequest: `,
  ]);
});

test('forms and links stand for methods that they do not have, as frameworks let them', async () => {
  expect(await forged(request('PATCH', 'application/json', '{"title":"x"}'))).toEqual([
    `POST ${ADDRESS}?_method=PATCH application/x-www-form-urlencoded: _method=PATCH&title=x`,
    `GET ${ADDRESS}?_method=PATCH&title=x`,
    `PATCH ${ADDRESS} content-type: application/json, x-requested-with: XMLHttpRequest: {"title":"x"}`,
  ]);
});

test('what is written by a GET is a link', async () => {
  expect((await forged(request('GET')))[0]).toBe(`GET ${ADDRESS}`);
});

test('the fields of a multipart body are those that are no files', async () => {
  const form = new FormData();
  form.set('text', 'hi');
  form.set('file', new Blob(['private']), 'a.txt');
  const sent = new Response(form);
  const type = sent.headers.get('content-type') ?? '';
  const body = Buffer.from(await sent.arrayBuffer());
  const headers = [{ name: 'Content-Type', value: type }];
  expect(await formFieldsOf({ method: 'POST', url: ADDRESS, headers, body })).toEqual([
    ['text', 'hi'],
  ]);
});
