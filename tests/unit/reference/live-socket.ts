import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { HttpClient } from './http-client.ts';

export interface Frame {
  type: string;
  [field: string]: unknown;
}

/** A page's live connection, with all that it was told. */
export class LiveSocket {
  readonly frames: Frame[] = [];
  /** The code with which the server closed it. */
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.frames.push(JSON.parse(data.toString()) as Frame));
    this.closed = new Promise((resolve) => {
      socket.on('close', (code) => resolve(code));
    });
  }

  /** Opens the connection as the page of a signed-in person does. Resolves when the server is ready. */
  static async of(client: HttpClient): Promise<LiveSocket> {
    const live = await LiveSocket.opened(client);
    if (client.accessToken !== undefined) {
      const { json } = await client.send('POST', '/api/live/ticket');
      live.greet((json as { ticket: string }).ticket);
    }
    await live.frame('ready');
    return live;
  }

  /** Opens the connection and says nothing. */
  static async opened(client: HttpClient, origin = client.origin): Promise<LiveSocket> {
    const socket = new WebSocket(`${client.origin.replace('http', 'ws')}/api/live`, {
      origin,
      headers: client.credentials(),
    });
    const live = new LiveSocket(socket);
    await once(socket, 'open');
    return live;
  }

  /** The same; nothing where the server asks for a session first, or for another origin. */
  static async openedIfAllowed(
    client: HttpClient,
    origin = client.origin,
  ): Promise<LiveSocket | undefined> {
    try {
      return await LiveSocket.opened(client, origin);
    } catch (error) {
      if (error instanceof Error && /response: 40[13]$/.test(error.message)) return undefined;
      throw error;
    }
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Resolves when all has arrived that the server has sent so far, the end of the connection included. */
  async settled(): Promise<void> {
    if (!this.isOpen) return;
    const pong = once(this.socket, 'pong');
    this.socket.ping();
    await Promise.race([pong, this.closed]);
  }

  /** Whether the server has sent a message with this text. */
  async hears(text: string): Promise<boolean> {
    await this.settled();
    return this.frames.some((frame) => JSON.stringify(frame).includes(text));
  }

  greet(ticket: string): void {
    this.socket.send(JSON.stringify({ type: 'hello', ticket }));
  }

  /** The first frame of the type, waiting for it if need be. */
  async frame(type: string): Promise<Frame> {
    for (;;) {
      const found = this.frames.find((frame) => frame.type === type);
      if (found) return found;
      await once(this.socket, 'message');
    }
  }
}
