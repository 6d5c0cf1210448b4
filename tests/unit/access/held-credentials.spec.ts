import { expect } from '@playwright/test';
import type { ServerResponse } from 'node:http';
import {
  type DeadCredentialAttack,
  judgeDeadCredentials,
} from '../../../checks/revocation/dead-credentials.ts';
import { Secret } from '../../../checks/secret.ts';
import type { AccessPath, Renewal } from '../../../fixtures/access/access-path.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { HeldCredentials, type HoldOptions } from '../../../fixtures/access/held-credentials.ts';
import type { LiveChannel } from '../../../fixtures/access/live-channels.ts';
import { asWitness } from '../../../fixtures/access/witness.ts';
import { revivedBySignIn } from '../../../fixtures/endings/revival.ts';
import type { Person } from '../../../fixtures/people/person.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { type Answering, requestOf, test as base } from '../replay/product-test.ts';
import { jwtOf } from './jwt-of.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';
const now = (): number => Math.floor(Date.now() / 1000);
const cookie = (name: string, value: string): Credential => ({
  carrier: 'cookie',
  name,
  value: new Secret(value),
});
const bearer = (token: string): Credential => ({
  carrier: 'header',
  name: 'authorization',
  value: new Secret(`Bearer ${token}`),
});
const FRESH = bearer('of-a-fresh-session');
const asked = (headers: Record<string, unknown>): string =>
  String(headers['authorization'] ?? headers['cookie']);

interface Told {
  /** What her browser holds; `refresh` may change it. */
  holds: Credential[];
  refresh?: () => void;
  renewal?: (origin: string) => Renewal;
  /** What her browser is told after it was taken down. */
  since?: Exchange[];
  channels?: (origin: string) => LiveChannel[];
  speak?: (word: string) => void;
}

interface Fixtures {
  hold: (
    answer: Answering,
    told: Told,
    options?: HoldOptions,
  ) => Promise<{ held: HeldCredentials; owner: Person }>;
}

const test = base.extend<Fixtures>({
  hold: async ({ product, replayerOf }, use) => {
    await use(async (answer, told, options) => {
      const origin = await product(answer);
      const replayer = replayerOf(origin);
      const witness = asWitness(
        requestOf(`${origin}/c`, { requestHeaders: [{ name: 'authorization', value: '' }] }),
      );
      const slots = [{ carrier: 'header', name: 'authorization' }] as const;
      const direct: AccessPath = { witness, slots: [...slots] };
      const renewal = told.renewal?.(origin);
      const fresh = {
        label: 'a fresh session',
        ready: () => Promise.resolve(),
        close: () => Promise.resolve(),
        credentialsFor: () => Promise.resolve([FRESH, cookie('renewing', 'of-a-fresh-session')]),
      };
      const owner = { signIn: () => Promise.resolve(fresh) } as unknown as Person;
      const { since = [] } = told;
      const conversation = {
        owner,
        canary: CANARY,
        slots,
        paths: [direct, ...(renewal ? [{ ...direct, renewal }] : [])],
        session: {
          label: 'her session',
          page: { isClosed: () => true },
          tap: { mark: 0, since: () => since, exchanges: [] },
          revokedWithinMs: 0,
          leaveAlone: () => Promise.resolve(),
          credentialsFor: () => Promise.resolve(told.holds),
        },
        refresh: () => Promise.resolve(told.refresh?.()),
        credentialsOf: ({ renewal }: AccessPath) =>
          Promise.resolve(told.holds.filter(({ carrier }) => renewal ?? carrier === 'header')),
        probe: (label: string, { exchange }: typeof witness, credentials: Credential[]) =>
          replayer.probe(label, exchange, CANARY, credentials),
        seenBy: () => replayer.probe('looks', witness.exchange, CANARY, [FRESH]),
        isOpen: () => Promise.resolve(true),
        likelyChannels: () => told.channels?.(origin) ?? [],
        speak: (_: unknown, word: string) => Promise.resolve(told.speak?.(word)),
        describePath: ({ renewal }: AccessPath) => (renewal ? 'renewed token' : 'token'),
      } as unknown as Conversation;
      return { held: await HeldCredentials.take(conversation, replayer, options), owner };
    });
  },
});

const outcomeOf = (attacks: DeadCredentialAttack[]): string =>
  judgeDeadCredentials({ attacks, withinMs: 0 }, ({ name }) => name).outcome;

/** Refuses a token for nothing but its age, by a clock that is ten minutes on when it is asked a second time. */
const lettingRunOut: Answering = (response, { headers }, earlier) => {
  const fresh = asked(headers).includes('fresh');
  response.setHeader('date', new Date(Date.now() + (earlier > 0 ? 600_000 : 0)).toUTCString());
  response.end(fresh || earlier === 0 ? CANARY : 'who are you?');
};
const shortLived = (): Credential => bearer(jwtOf({ exp: now() + 60 }));

test('a token that ran out by itself before it was tried was not revoked by a logout', async ({
  hold,
}) => {
  const { held, owner } = await hold(lettingRunOut, { holds: [shortLived()] });
  expect(outcomeOf(await held.tryAgain('after the logout', owner))).toBe('inconclusive');
});

test('where time is to end it, a token that ran out has ended', async ({ hold }) => {
  const told = { holds: [shortLived()] };
  const { held, owner } = await hold(lettingRunOut, told, { byTime: true });
  expect(outcomeOf(await held.tryAgain('idle', owner))).toBe('pass');
});

test('of what ran out before the logout was looked at nobody can say that it did not come back', async ({
  hold,
}) => {
  const { held, owner } = await hold(lettingRunOut, { holds: [shortLived()] });
  const attacks = await revivedBySignIn(held, owner);
  expect(attacks.map(({ attack }) => attack.unanswered)).toEqual([
    expect.stringContaining('ran out by itself'),
  ]);
});

test('what may run out is renewed before it is taken down', async ({ hold }) => {
  const told: Told = {
    holds: [bearer('stale')],
    refresh: () => (told.holds = [bearer('renewed')]),
  };
  const opens: Answering = (response, { headers }) => {
    response.end(asked(headers).includes('renewed') ? CANARY : 'who are you?');
  };
  expect((await hold(opens, told)).held.allAccepted).toBe(true);
});

/** After the ending access tokens are refused, and a family of refresh tokens goes on with its latest. */
const familySurvives =
  (isEnded: () => boolean): Answering =>
  (response, { url, headers }) => {
    const by = /first|second|fresh/.exec(asked(headers))?.[0];
    const issued = by === 'first' ? {} : { token: 'of-a-fresh-session' };
    if (url === '/refresh') response.end(JSON.stringify(issued));
    else response.end(by === 'fresh' || !isEnded() ? CANARY : 'who are you?');
  };

interface Open {
  response: ServerResponse;
  hers: boolean;
}

/** Channels close, and what one device held is refused; another device is forgotten. */
const oneIsForgotten =
  (isEnded: () => boolean, open: Open[]): Answering =>
  (response, { url, headers }) => {
    const hers = asked(headers).includes('held');
    if (url === '/events' && headers.authorization === undefined) response.writeHead(401).end();
    else if (url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      open.push({ response, hers });
    } else response.end(isEnded() && hers ? 'who are you?' : CANARY);
  };

test('a refresh token that an open page was given meanwhile is tried in the place of the one that it used up', async ({
  hold,
}) => {
  const renewal = (origin: string): Renewal => ({
    name: 'POST /refresh',
    exchange: requestOf(`${origin}/refresh`, { method: 'POST' }),
    slots: [{ carrier: 'cookie', name: 'renewing' }],
    issues: { carrier: 'header', name: 'authorization' },
    prefix: 'Bearer ',
    place: { in: 'json', path: ['token'] },
  });
  const lines = ['renewing=second', 'renewing=gone; Max-Age=0', 'renewing='];
  const responseHeaders = lines.map((value) => ({ name: 'set-cookie', value }));
  const since = [requestOf('http://localhost/refresh', { responseHeaders })];
  const told: Told = { holds: [bearer('first'), cookie('renewing', 'first')], renewal, since };
  let ended = false;
  const { held, owner } = await hold(
    familySurvives(() => ended),
    told,
  );
  ended = true;
  told.holds = [bearer('first')];
  const attacks = await held.tryAgain('after “sign out everywhere”', owner);
  const reached = attacks.filter(({ attack }) => attack.reached);
  expect(reached.map(({ name }) => name)).toEqual(['renewed token']);
});

/** The first read is let in by anything. */
const firstEnds: Answering = (response, { headers }, earlier) => {
  const ended = earlier > 0 && asked(headers).includes('first');
  response.end(ended ? 'who are you?' : CANARY);
};

test('where another session takes its place in the browser, that one is not to be ended', async ({
  hold,
}) => {
  const told: Told = { holds: [bearer('first')] };
  const { held, owner } = await hold(firstEnds, told, { replaced: true });
  told.holds = [bearer('second')];
  expect(outcomeOf(await held.tryAgain('after the next sign-in', owner))).toBe('pass');
});

test('a device that is still signed in after “sign out everywhere” is a flaw', async ({ hold }) => {
  let ended = false;
  const open: Open[] = [];
  const hearing = () => open.filter(({ hers }) => !(ended && hers));
  const told: Told = {
    holds: [bearer('held')],
    channels: (origin) => {
      const requestHeaders = [{ name: 'authorization', value: '' }];
      const exchange = requestOf(`${origin}/events`, { streaming: true, requestHeaders });
      return [{ name: 'GET /events', exchange, carried: true }];
    },
    speak: (word) => hearing().forEach(({ response }) => response.write(`data: ${word}\n\n`)),
  };
  const options = { channels: true, everySession: true };
  const { held, owner } = await hold(
    oneIsForgotten(() => ended, open),
    told,
    options,
  );
  ended = true;
  const attacks = await held.tryAgain('after “sign out everywhere”', owner);
  const reached = attacks.filter(({ attack }) => attack.reached);
  expect(reached.map(({ name }) => name)).toEqual([expect.stringContaining('another device')]);
});
