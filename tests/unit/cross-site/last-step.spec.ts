import { expect } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { holdBack, lastStepOf } from '../../../fixtures/cross-site/last-step.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { requestOf, test } from '../replay/product-test.ts';

const PASSWORD = 'the password of hers';
const PRODUCT = 'http://product.test';
const CODE = 'a-code-that-is-good-once';

const document = (order: number, url: string, more: Partial<Exchange> = {}): Exchange =>
  requestOf(url, { order, resourceType: 'document', ...more });
const asked = (origin: string): Exchange =>
  document(1, `${origin}/password`, { method: 'POST', requestBody: Buffer.from(PASSWORD) });
const stepAfter = (...exchanges: Exchange[]): string | undefined =>
  lastStepOf(
    {
      session: { tap: { exchanges } },
      owner: { account: { password: new Secret(PASSWORD) } },
    } as unknown as Conversation,
    PRODUCT,
  )?.url;

test('the last step of a sign-in elsewhere is the page to which she comes back with something', () => {
  const callback = `${PRODUCT}/callback?code=${CODE}`;
  const begun = document(0, `${PRODUCT}/begin?from=${CODE}`);
  const elsewhere = document(2, `http://identity.test/consent?txn=${CODE}`);
  expect(stepAfter(begun, asked('http://identity.test'), elsewhere, document(3, callback))).toBe(
    callback,
  );
});

test('a product that asks for the password itself, or is come back to with nothing, has none', () => {
  expect(stepAfter(asked(PRODUCT), document(2, `${PRODUCT}/?code=${CODE}`))).toBeUndefined();
  const plain = document(2, `${PRODUCT}/?from=sso`);
  expect(stepAfter(asked('http://identity.test'), plain)).toBeUndefined();
});

test('a step is held back where a redirect leads to it', async ({ page, product }) => {
  const opened: string[] = [];
  const origin = await product((response, { url = '' }) => {
    opened.push(url);
    if (url === '/begin') response.writeHead(303, { location: `/callback?code=${CODE}` }).end();
    else response.end('<p>here</p>');
  });
  const step = document(1, `${origin}/callback?code=of-another-sign-in`);
  let onHeld: (address: string) => void = () => undefined;
  const held = new Promise<string>((resolve) => (onHeld = resolve));
  await holdBack(page, step, onHeld);
  // It ends when the browser is closed.
  void page.goto(`${origin}/begin`).catch((error: unknown) => error);
  expect(await held).toBe(`${origin}/callback?code=${CODE}`);
  expect(opened).toEqual(['/begin']);
});
