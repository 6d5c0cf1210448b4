import { expect, test } from '@playwright/test';
import { request } from 'undici';
import { echoOf, startScriptedModel } from '../../../targets/sillytavern/scripted-model.ts';

test('the model repeats the last thing that the person said, verbatim', () => {
  expect(
    echoOf({
      messages: [
        { role: 'user', content: 'first' },
        { role: 'assistant', content: 'reply' },
        { role: 'user', content: '<b>second</b>\nline' },
        { role: 'system', content: 'be kind' },
      ],
    }),
  ).toBe('You said: “<b>second</b>\nline”');
});

test('the model repeats a message that comes in parts', () => {
  const content = [
    { type: 'text', text: 'one ' },
    { type: 'image_url' },
    { type: 'text', text: 'two' },
  ];
  expect(echoOf({ messages: [{ role: 'user', content }] })).toBe('You said: “one two”');
});

test('a reply is streamed in pieces that split a marker', async () => {
  const model = await startScriptedModel();
  const { body } = await request(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'scripted-echo',
      stream: true,
      messages: [{ role: 'user', content: 'marker-0123456789' }],
    }),
  });
  const stream = await body.text();
  await model.close();
  const reply = [...stream.matchAll(/"content":"([^"]*)"/g)].map(([, piece]) => piece).join('');
  expect(reply).toBe('You said: “marker-0123456789”');
  expect(stream).not.toContain('marker-0123456789');
  expect(stream).toContain('[DONE]');
});
