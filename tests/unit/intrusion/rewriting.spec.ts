import { expect, test } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { asWitness, type Witness } from '../../../fixtures/access/witness.ts';
import { Rewriting } from '../../../fixtures/intrusion/rewriting.ts';
import type { Session } from '../../../fixtures/people/session.ts';
import type { Answer } from '../../../fixtures/replay/send.ts';
import { requestOf } from '../replay/product-test.ts';

const TOOK_MS = 300;
const SESSION = { label: 'Alice’s session' } as Session;
const [LIST, OWN] = ['/list', '/own'].map((path) =>
  asWitness(requestOf(`http://localhost${path}`)),
) as [Witness, Witness];

/** A conversation whose owner reads this; nothing: she reads something else than the conversation. */
function readAs(shows: (witness: Witness) => string | undefined): Conversation {
  const probe = (reached: boolean): Probe => ({ label: 'a look', reached, exchanges: [] });
  return {
    witnesses: [LIST, OWN],
    seenBy: () => Promise.resolve(probe(true)),
    lookOn: (_: Session, witness: Witness, __: string, onAnswer: (answer: Answer) => void) => {
      const text = shows(witness);
      onAnswer({ body: Buffer.from(text ?? 'signed out') } as Answer);
      return Promise.resolve(probe(text !== undefined));
    },
  } as unknown as Conversation;
}

for (const [what, after, thenListed, expected] of [
  ['as before', 'said and answered a minute ago', 'said', { reached: false }],
  ['a minute later', 'said and answered 2 minutes ago', 'said', { reached: false }],
  ['otherwise', 'said and answered anew', 'said', { reached: true }],
  ['nowhere', undefined, undefined, { reached: false, unanswered: 'its owner did not read it' }],
] as const) {
  test(`a conversation that its owner reads ${what}`, async () => {
    let own: string | undefined = 'said and answered a minute ago';
    let list: string | undefined = 'said';
    const rewriting = new Rewriting(
      readAs((witness) => (witness === OWN ? own : list)),
      SESSION,
      TOOK_MS,
    );
    await rewriting.before();
    own = after;
    list = thenListed;
    expect(await rewriting.tookEffect()).toMatchObject(expected);
  });
}

test('a place that changes by itself tells nothing', async () => {
  let looks = 0;
  const changing = (): string => 'asked again and '.repeat((looks += 1));
  const some = new Rewriting(
    readAs((witness) => (witness === LIST ? changing() : 'the same')),
    SESSION,
    TOOK_MS,
  );
  await some.before();
  expect(await some.tookEffect()).toMatchObject({ reached: false });
  const all = new Rewriting(readAs(changing), SESSION, TOOK_MS);
  await all.before();
  expect(await all.tookEffect()).toMatchObject({ reached: false, unanswered: /by itself/ });
});

test('what is still being written is waited for', async () => {
  const begun = Date.now();
  const written = (): string => 'word '.repeat(Math.min(10, Math.floor((Date.now() - begun) / 60)));
  const rewriting = new Rewriting(readAs(written), SESSION, TOOK_MS);
  await rewriting.before();
  expect(written()).toBe('word '.repeat(10));
  expect(await rewriting.tookEffect()).toMatchObject({ reached: false });
});
