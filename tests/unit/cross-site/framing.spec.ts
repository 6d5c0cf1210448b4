import { expect } from '@playwright/test';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { AttackerSite } from '../../../fixtures/cross-site/attacker-site.ts';
import { frameFromAnotherSite } from '../../../fixtures/cross-site/frame-from-another-site.ts';
import { TrafficTap } from '../../../fixtures/traffic/tap.ts';
import { type Answering, test as base } from '../replay/product-test.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';

interface Fixtures {
  /** Frames a product that answers so, in the browser of a person whose cookie has this SameSite. */
  frame: (
    answer: Answering,
    sameSite: 'Lax' | 'None',
  ) => Promise<{ shown: boolean[]; evidence: Awaited<ReturnType<typeof frameFromAnotherSite>> }>;
}

const test = base.extend<Fixtures>({
  frame: async ({ context, product, vault }, use) => {
    const site = await AttackerSite.start();
    await use(async (answer, sameSite) => {
      // Another site than the one by which `ForeignPage` sees whether frames work: a frame of a new site must load too.
      const origin = (await product(answer)).replace('127.0.0.1', 'localhost');
      const tap = new TrafficTap(context, vault);
      const cookie = { name: 'sid', value: 'alice', domain: 'localhost', path: '/' };
      await context.addCookies([{ ...cookie, secure: true, sameSite }]);
      const hers = {
        session: { label: 'Alice', context },
        address: `${origin}/c/1`,
        hasAddress: true,
        witnesses: [],
        words: [CANARY],
      } as unknown as Conversation;
      const evidence = await frameFromAnotherSite(hers, site, () => Promise.resolve());
      await tap.settled();
      // Her own two looks, and nothing of what the attacker’s page did.
      expect(tap.exchanges.filter(({ url }) => url === hers.address)).toHaveLength(2);
      const [attack] = evidence?.attacks ?? [];
      const shown = [attack?.before, attack?.attack, attack?.after];
      return { shown: shown.map((probe) => probe?.reached ?? false), evidence };
    });
    await site.close();
  },
});

/** A page whose script shows the conversation to whoever sends the cookie. */
const chat =
  (headers: Record<string, string>): Answering =>
  (response, request) => {
    const said = request.headers.cookie?.includes('sid=alice') ? CANARY : 'Please sign in';
    // As chats do that renew a token in one tab at a time: only a page that is trusted all the way up has locks.
    const script = `<p></p><script>navigator.locks.request('show', () => {
      document.querySelector('p').textContent = '${said}';
    })</script>`;
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(script);
  };

/** The owner’s own look comes first, and then the frame. */
const throttlingTheSecond: Answering = (response, request, earlier) => {
  if (earlier === 1) response.writeHead(429).end();
  else chat({})(response, request, earlier);
};

test('a chat that anybody may frame shows its conversation there', async ({ frame }) => {
  const { shown, evidence } = await frame(chat({}), 'None');
  expect(shown).toEqual([true, true, true]);
  expect(evidence?.strangersView).toEqual([]);
});

for (const [name, value] of [
  ['content-security-policy', "frame-ancestors 'self'"],
  ['x-frame-options', 'SAMEORIGIN'],
] as const) {
  test(`a chat that says ${name} shows nothing there`, async ({ frame }) => {
    const { shown, evidence } = await frame(chat({ [name]: value }), 'None');
    expect(shown).toEqual([true, false, true]);
    expect(evidence).toMatchObject({ strangersView: [] });
    expect(evidence?.attacks[0]?.attack).not.toHaveProperty('unanswered');
  });
}

test('a chat whose cookie stays behind is framed signed out, which is told as advice', async ({
  frame,
}) => {
  const { shown, evidence } = await frame(chat({}), 'Lax');
  expect(shown).toEqual([true, false, true]);
  expect(evidence?.strangersView).toEqual(['the page /c/1']);
});

test('a product that throttles the framed page has not shown that it refuses', async ({
  frame,
}) => {
  const { evidence } = await frame(throttlingTheSecond, 'None');
  expect(evidence?.attacks[0]?.attack).toMatchObject({ reached: false, unanswered: /throttles/ });
});
