import { expect, test } from '@playwright/test';
import type { Probe } from '../../../checks/evidence/probe.ts';
import { bracketOf } from '../../../checks/idle-timeout/ladder.ts';
import { Secret } from '../../../checks/secret.ts';
import type { AccessPath } from '../../../fixtures/access/access-path.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { climb } from '../../../fixtures/idling/ladder.ts';
import type { Person } from '../../../fixtures/people/person.ts';
import type { Session } from '../../../fixtures/people/session.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import type { Replayer } from '../../../fixtures/replay/replayer.ts';
import { PLAIN_WITNESS } from '../access/plain-witness.ts';

/** Seconds. */
const LIMIT = 0.2;
const PATH: AccessPath = { witness: PLAIN_WITNESS, slots: [{ carrier: 'cookie', name: 'sid' }] };

/** By the order in which the ladder signs in: those that it leaves alone for longer than the limit. */
const OUTLIVED = ['session 3', 'session 4'];

/**
 * A product that refuses those sessions when it is asked for the second time, whatever a stalled machine makes of the time;
 * one that allows an account so many sessions only ends the one that was used least recently, and knows no limit.
 */
class Product {
  readonly looks: string[] = [];
  #signedIn = 0;
  readonly #alive: string[] = [];

  constructor(
    private readonly allowsSeveral: boolean,
    private readonly most?: number,
  ) {}

  readonly owner = {
    signIn: () => {
      this.#signedIn += 1;
      const id = `session ${this.#signedIn}`;
      this.#alive.push(id);
      // The conversation's own session is one of them, and in use.
      if (this.most !== undefined) this.#alive.splice(0, this.#alive.length - (this.most - 1));
      const credentials: Credential[] = [{ carrier: 'cookie', name: 'sid', value: new Secret(id) }];
      const nothing = () => Promise.resolve();
      const session: Partial<Session> = {
        label: id,
        ready: nothing,
        leaveAlone: nothing,
        close: nothing,
        credentialsFor: () => Promise.resolve(credentials),
      };
      return Promise.resolve(session as Session);
    },
  } as unknown as Person;

  readonly conversation = {
    paths: [PATH],
    isOpen: () => Promise.resolve(this.allowsSeveral),
    describePath: () => 'cookie sid on GET /c',
    probe: (label: string, _: unknown, [credential]: Credential[]) =>
      Promise.resolve(this.look(label, credential?.value.reveal() ?? '')),
    anyControl: (label: string) => Promise.resolve({ label, reached: true, exchanges: [] }),
  } as unknown as Conversation;

  private look(label: string, id: string): Probe {
    const outlived = OUTLIVED.includes(id) && this.looks.includes(id);
    const reached = this.most === undefined ? !outlived : this.#alive.includes(id);
    this.looks.push(id);
    return { label, reached, exchanges: [] };
  }

  climb() {
    return climb(this.owner, this.conversation, LIMIT, {} as Replayer);
  }
}

test('each session is looked at once after it was left alone, at its own age, and the limit lies between two', async () => {
  const product = new Product(true);
  const climbed = await product.climb();
  const ages = climbed?.rungs.map(({ idleForSeconds }) => idleForSeconds / LIMIT) ?? [];
  expect(ages).toHaveLength(4);
  for (const [at, multiple] of [0.5, 0.9, 1.1, 1.5].entries()) {
    expect(ages[at]).toBeGreaterThanOrEqual(multiple - 0.01);
  }
  const rungs = climbed?.rungs ?? [];
  expect(bracketOf(rungs)).toEqual({
    lastAlive: rungs[1]?.idleForSeconds,
    firstDead: rungs[2]?.idleForSeconds,
    outOfOrder: false,
  });
  // Its own control when it was signed in, the look, and the control of the one that is signed in afterwards.
  const [shortest, short, long, longest] = ['session 1', 'session 2', 'session 3', 'session 4'];
  expect(product.looks.slice(4)).toEqual([shortest, short, long, longest, 'session 5']);
});

test('every attack stands between two acceptances', async () => {
  const climbed = await new Product(true).climb();
  const attacks = climbed?.rungs.flatMap((rung) => rung.attacks) ?? [];
  expect(attacks).toHaveLength(4);
  expect(attacks.map(({ before, after }) => before.reached && after.reached)).toEqual(
    attacks.map(() => true),
  );
});

test('where an account may have few sessions only, those past the limit are the last to go', async () => {
  const climbed = await new Product(true, 3).climb();
  const rungs = climbed?.rungs ?? [];
  expect(rungs.map(({ attacks }) => attacks.some(({ attack }) => attack.reached))).toEqual([
    ...[false, false],
    ...[true, true],
  ]);
});

test('where signing in ends the other sessions there is no ladder', async () => {
  expect(await new Product(false).climb()).toBeUndefined();
});
