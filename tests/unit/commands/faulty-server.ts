import http from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { once } from 'node:events';

/** Ways in which an address can be no chatbot. */
export const FAULTS = {
  /** Nobody listens: the port was open a moment ago. */
  closed: () => createServer(),
  /** Every request is answered with 500. */
  broken: () => http.createServer((_request, response) => response.writeHead(500).end('Oops')),
  /** Connections are taken, and nothing is ever said. */
  silent: () => http.createServer(() => undefined),
  /** Connections are taken, and dropped. */
  dropping: () => createServer((socket) => socket.destroy()),
  /** A page without anywhere to sign in. */
  formless: () =>
    http.createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>'),
    ),
} as const satisfies Record<string, () => Server>;
export type Fault = keyof typeof FAULTS;

/** Starts a faulty server on a free loopback port. */
export async function startFaulty(
  fault: Fault,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server: Server = FAULTS[fault]();
  const open = new Set<{ destroy(): unknown }>();
  server.on('connection', (socket) => open.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    for (const socket of open) socket.destroy();
    await once(server, 'close');
  };
  if (fault === 'closed') await close();
  return { origin: `http://127.0.0.1:${port}`, close };
}
