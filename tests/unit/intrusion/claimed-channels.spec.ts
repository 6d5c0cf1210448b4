import { expect } from '@playwright/test';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { judgeAttacks } from '../../../checks/evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../../../checks/evidence/probe.ts';
import { Secret } from '../../../checks/secret.ts';
import type { Conversation } from '../../../fixtures/access/conversation.ts';
import { claimOnChannels } from '../../../fixtures/intrusion/claimed-channels.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';
import { requestOf, test as base } from '../replay/product-test.ts';

const NAMES = [{ hers: 'alice', his: 'bob' }];
const hello = (user: string): Exchange['frames'] => [
  { direction: 'sent', at: 0, data: Buffer.from(JSON.stringify({ user })), text: true },
];
/** Who a connection is taken for, by its cookie and the name in its first message. */
type Believing = (cookie: string | undefined, user: string) => string | undefined;

interface Fixtures {
  /** Claims to be Alice on the socket of a product that believes so, as nobody. */
  claimOn: (whoIs: Believing, frames?: Exchange['frames']) => Promise<Required<AttacksEvidence>>;
}

const test = base.extend<Fixtures>({
  claimOn: async ({ replayerOf }, use) => {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    await use(async (whoIs, frames = hello('alice')) => {
      const hearing: { socket: WebSocket; user: string | undefined }[] = [];
      server.on('connection', (socket, { headers }) => {
        socket.on('message', (data: RawData) => {
          const { user } = JSON.parse((data as Buffer).toString()) as { user: string };
          hearing.push({ socket, user: whoIs(headers.cookie, user) });
          socket.send('ready');
        });
      });
      const { port } = server.address() as AddressInfo;
      const exchange = requestOf(`ws://127.0.0.1:${port}/live`, {
        status: 101,
        requestHeaders: [{ name: 'cookie', value: 'sid=alice' }],
        ...(frames ? { frames } : {}),
      });
      const cookie = { carrier: 'cookie', name: 'sid', value: new Secret('alice') } as const;
      const hers = {
        slots: [{ carrier: 'cookie', name: 'sid' }],
        session: { label: 'Alice', credentialsFor: () => Promise.resolve([cookie]), tap: {} },
        isOpen: () => Promise.resolve(true),
        likelyChannels: () => [{ name: 'WebSocket /live', exchange, carried: true }],
        speak: async (_: unknown, word: string) => {
          // Hers at both ends, and his with and without her name.
          await expect.poll(() => hearing.length).toBe(4);
          const alices = hearing.filter(({ user }) => user === 'alice');
          alices.forEach(({ socket }) => socket.send(word));
        },
      } as unknown as Conversation;
      const nobody = { label: 'nobody', credentialsFor: () => [] };
      return claimOnChannels(hers, NAMES, [nobody], replayerOf(`http://127.0.0.1:${port}`));
    });
    server.clients.forEach((client) => client.terminate());
    server.close();
  },
});
const outcomeOf = ({ attacks, untried }: AttacksEvidence): string =>
  judgeAttacks(attacks, () => '', untried).outcome;

test('a name in the first message of a socket that is believed is a flaw', async ({ claimOn }) => {
  expect(outcomeOf(await claimOn((_, user) => user))).toBe('fail');
});

test('a name that nobody believes is none', async ({ claimOn }) => {
  expect(outcomeOf(await claimOn((cookie) => cookie?.replace('sid=', '')))).toBe('pass');
});

test('where everybody hears her, a claim shows nothing', async ({ claimOn }) => {
  const { attacks, untried } = await claimOn(() => 'alice');
  expect({ attacks, untried }).toEqual({
    attacks: [],
    untried: [expect.stringContaining('without any claim')],
  });
});

test('a channel that names nobody is not asked', async ({ claimOn }) => {
  expect(await claimOn(() => 'alice', hello('a person'))).toEqual({ attacks: [], untried: [] });
});
