import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Credentials {
  username: string;
  password: string;
}

/** A small chatbot that the harness knows nothing about. */
export interface Stranger {
  /** On loopback, a free port. */
  origin: string;
  people: { alice: Credentials; bob: Credentials };
  close(): Promise<void>;
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Takes over a connection that is to become a WebSocket. What goes wrong on it later is told by `fail`. */
export type Upgrading = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  fail: (fault: unknown) => void,
) => void;

/** New every time, and unlike any that another run has seen. */
export const newPeople = (alice: string, bob: string): Stranger['people'] => ({
  alice: { username: alice, password: `Pa ss-${unguessable()}` },
  bob: { username: bob, password: `Pa+ss&${unguessable()}` },
});

/** 32 hexadecimal digits. */
export const unguessable = (): string => randomBytes(16).toString('hex');

/** Serves until it is closed. A fault of the chatbot itself is an answer of 500, and an error of `close`. */
export async function serve(
  host: 'localhost' | '127.0.0.1',
  people: Stranger['people'],
  answer: Answering,
  upgrade?: Upgrading,
): Promise<Stranger> {
  const faults: unknown[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      faults.push(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const upgraded = new Set<Duplex>();
  if (upgrade) {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      upgraded.add(socket);
      socket.once('close', () => upgraded.delete(socket));
      // Nobody else listens once the server has let go of it, and an unheard error ends the process.
      socket.on('error', () => socket.destroy());
      upgrade(request, socket, head, (fault) => faults.push(fault));
    });
  }
  server.listen(0, host);
  await once(server, 'listening');
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    people,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      // The server no longer counts these as its own, and yet waits for their end.
      for (const socket of upgraded) socket.destroy();
      await closed;
      if (faults.length > 0) throw new AggregateError(faults, 'the stranger itself is broken');
    },
  };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function cookiesOf(request: IncomingMessage): Record<string, string> {
  const pairs = (request.headers.cookie ?? '').split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
