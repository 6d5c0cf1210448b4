import { expect, type Browser } from '@playwright/test';
import type { ControlledAttack } from '../../../checks/evidence/probe.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { followDeepLink } from '../../../fixtures/intrusion/deep-link.ts';
import { type Answering, test as base } from '../replay/product-test.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';

interface Fixtures {
  /** The canary that was said last. */
  said: { last: string };
  /** Follows the address of a conversation of a product, as somebody who is not signed in. */
  follow: (answer: Answering, path: string) => Promise<ControlledAttack>;
}

const test = base.extend<Fixtures>({
  said: async ({}, use) => use({ last: CANARY }),
  follow: async ({ browser, product, said }, use) => {
    await use(async (answer, path) => {
      const origin = await product(answer);
      const [attack] = await following(browser, origin + path, said);
      if (!attack) throw new Error('nobody followed the address');
      return attack;
    });
  },
});

async function following(browser: Browser, address: string, said: { last: string }) {
  const owner = await browser.newContext();
  await owner.addCookies([{ name: 'sid', value: 'alice', url: new URL('/', address).href }]);
  const other = await browser.newContext();
  const hers = {
    session: { label: 'Alice', context: owner },
    address,
    witnesses: [],
    words: [CANARY],
    speak: (_: unknown, word: string) => {
      said.last = word;
      return Promise.resolve();
    },
  } as unknown as Conversation;
  const attacks = await followDeepLink(hers, [{ label: 'nobody', context: other }], () =>
    Promise.resolve(),
  );
  for (const context of [owner, other]) await context.close();
  return attacks;
}

/** A page that shows what it fetches. */
const PAGE = `<p></p><script>
  fetch('/said').then((answer) => answer.text()).then((text) => {
    document.querySelector('p').textContent = text;
  });
</script>`;

/** A product whose page fetches the conversation, and answers the owner and others each in its own way. */
const fetching =
  (others: Answering): Answering =>
  (response, request, earlier) => {
    response.setHeader('content-type', 'text/html');
    if (request.url !== '/said') response.end(PAGE);
    else if (request.headers.cookie) setTimeout(() => response.end(CANARY), 500);
    else others(response, request, earlier);
  };

test('a page that shows the conversation later to others than to its owner shows it', async ({
  follow,
}) => {
  const slow = fetching((response) => void setTimeout(() => response.end(CANARY), 1_200));
  const { before, attack, after } = await follow(slow, '/c/1');
  expect([before, attack, after].map(({ reached }) => reached)).toEqual([true, true, true]);
});

test('a page whose data is throttled has not shown that it shows nothing', async ({ follow }) => {
  const throttling = fetching((response) => response.writeHead(429).end());
  const { before, attack } = await follow(throttling, '/c/1');
  expect(before.reached).toBe(true);
  expect(attack).toMatchObject({ reached: false, unanswered: /throttles/ });
});

test('a page that refuses shows nothing', async ({ follow }) => {
  const { attack } = await follow(
    fetching((response) => response.writeHead(401).end()),
    '/c/1',
  );
  expect(attack).not.toHaveProperty('unanswered');
  expect(attack.reached).toBe(false);
});

test('a sign-in page that repeats an address made of title and identifier shows nothing', async ({
  follow,
  said,
}) => {
  const product: Answering = (response, { headers, url }) => {
    response.setHeader('content-type', 'text/html');
    response.end(headers.cookie ? said.last : `<form action="/login?next=${url}"></form>`);
  };
  const { before, attack } = await follow(product, `/c/${CANARY}-1234`);
  expect(before.reached).toBe(true);
  expect(attack).toMatchObject({ reached: false });
});
