import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser asks leave for before it sends JSON to another origin (CORS). */
const LEAVE = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
} as const;

/**
 * Somebody else's service to which pages report their use: another origin on loopback, which takes everything and keeps
 * nothing.
 *
 * @param closers is given what stops it
 * @returns its origin
 */
export async function startCollector(closers: (() => Promise<void>)[]): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(204, LEAVE).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
