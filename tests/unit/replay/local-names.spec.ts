import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { WebSocketServer } from 'ws';
import { Channel } from '../../../fixtures/replay/channel.ts';
import { send } from '../../../fixtures/replay/send.ts';

test('a name beneath localhost is this machine, for requests and for sockets', async () => {
  const server = createServer((request, response) => response.end(request.headers.host));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.send('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `chat.localhost:${(server.address() as AddressInfo).port}`;

  const answer = await send({ method: 'GET', url: `http://${host}/`, headers: [] });
  const channel = await Channel.open(
    { method: 'GET', url: `ws://${host}/`, headers: [], frames: [] },
    {
      method: 'GET',
      url: `ws://${host}/`,
      requestHeaders: [],
      responseHeaders: [],
      status: 101,
      startedAt: 0,
      frames: [],
      order: 0,
      resourceType: 'websocket',
    },
  );
  const heard = await channel.delivers('hello', 2_000);
  channel.close();
  sockets.close();
  server.closeAllConnections();
  server.close();

  expect(answer.body.toString()).toBe(host);
  expect(heard).toBe(true);
});
