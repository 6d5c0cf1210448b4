import { expect, test } from '@playwright/test';
import { keepsLines } from '../../../fixtures/browser/kept-lines.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';

const TEXT = 'kx1 ![x][kx1]\n\n[kx1]: http://attacker.test/kx1.gif';

function sending(body: string): Exchange {
  return { requestBody: Buffer.from(body) } as Exchange;
}

for (const [how, body] of Object.entries({
  JSON: JSON.stringify({ text: TEXT }),
  'a form': new URLSearchParams({ text: TEXT }).toString(),
  'plain text': TEXT,
})) {
  test(`line breaks are found in ${how}`, () => {
    expect(keepsLines([sending(body)], 'kx1')).toBe(true);
  });
}

test('a box of one line keeps none', () => {
  expect(keepsLines([sending(JSON.stringify({ text: TEXT.replaceAll('\n', '') }))], 'kx1')).toBe(
    false,
  );
});
