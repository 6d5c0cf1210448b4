import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { payloads } from '../../../checks/xss/payloads.ts';

const SANITISER = createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js');

test('A sanitiser that takes an element out takes no other payload of the message with it', async ({
  page,
}) => {
  const all = payloads('onit', 'kx0m');
  await page.addScriptTag({ path: SANITISER });

  const shown = await page.evaluate(
    (html) => {
      const { DOMPurify } = window as unknown as { DOMPurify: { sanitize(html: string): string } };
      document.body.innerHTML = DOMPurify.sanitize(html);
      return document.body.textContent;
    },
    all.map(({ text }) => text).join(' '),
  );

  expect(all.filter(({ marker }) => !shown.includes(marker))).toEqual([]);
});
