import { createConnection, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** Numbers that processes of one run borrow, each from one at a time. */
export interface Lending {
  /** On loopback, where processes ask for a number. */
  port: number;
  close(): Promise<void>;
}

/**
 * Lends the numbers below `count`. Who asks while all are lent waits for one; a process that dies gives its own back,
 * because what is lent lasts as long as its connection does.
 */
export async function startLending(count: number): Promise<Lending> {
  const free = Array.from({ length: count }, (_, number) => number);
  const waiting: Socket[] = [];
  const held = new Map<Socket, number>();
  const lend = (): void => {
    for (;;) {
      const [number] = free;
      const socket = number === undefined ? undefined : waiting.shift();
      if (number === undefined || !socket) return;
      free.shift();
      held.set(socket, number);
      socket.write(`${number}\n`);
    }
  };
  const takeBack = (socket: Socket): void => {
    const at = waiting.indexOf(socket);
    if (at >= 0) waiting.splice(at, 1);
    const number = held.get(socket);
    if (held.delete(socket) && number !== undefined) free.push(number);
    lend();
  };
  const server = createServer((socket) => {
    // A process that is killed resets its connection: closing is all that is to be known of it.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => takeBack(socket));
    socket.resume();
    waiting.push(socket);
    lend();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    close: async () => {
      for (const socket of [...held.keys(), ...waiting]) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A number that nobody else of the run has until it is given back. */
export interface Borrowed {
  number: number;
  giveBack(): Promise<void>;
}

/** @throws Error where the run that lends has ended */
export async function borrow(port: number): Promise<Borrowed> {
  const socket = createConnection(port, '127.0.0.1');
  const line = await new Promise<string>((resolve, reject) => {
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the run that lends accounts has ended')));
  });
  socket.resume();
  return {
    number: Number(line),
    giveBack: async () => {
      const closed = once(socket, 'close');
      socket.end();
      await closed;
    },
  };
}
