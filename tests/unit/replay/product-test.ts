import { test as base } from '@playwright/test';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Costs } from '../../../fixtures/costs.ts';
import { Vault } from '../../../fixtures/redaction/vault.ts';
import { Patience } from '../../../fixtures/replay/patience.ts';
import { Replayer } from '../../../fixtures/replay/replayer.ts';
import type { Exchange } from '../../../fixtures/traffic/exchange.ts';

/** @param earlier how many requests came before this one */
export type Answering = (
  response: ServerResponse,
  request: IncomingMessage,
  earlier: number,
) => void;

interface Fixtures {
  /** Starts a product that answers every request so, on loopback. */
  product: (answer: Answering) => Promise<string>;
  costs: Costs;
  vault: Vault;
  replayerOf: (origin: string) => Replayer;
}

export const test = base.extend<Fixtures>({
  product: async ({}, use) => {
    const servers: ReturnType<typeof createServer>[] = [];
    await use(async (answer) => {
      let earlier = 0;
      const server = createServer((request, response) => answer(response, request, earlier++));
      servers.push(server);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  },
  costs: async ({}, use) => use(new Costs()),
  vault: async ({}, use) => use(new Vault()),
  replayerOf: async ({ costs, vault }, use) => {
    await use((origin) => new Replayer([origin], vault, costs, new Patience(costs)));
  },
});

/** A request as a browser's script made it. */
export const requestOf = (url: string, more: Partial<Exchange> = {}): Exchange => ({
  order: 0,
  startedAt: 0,
  method: 'GET',
  url,
  resourceType: 'fetch',
  requestHeaders: [],
  status: 200,
  responseHeaders: [],
  ...more,
});
