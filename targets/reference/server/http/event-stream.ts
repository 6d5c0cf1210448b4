import type { FastifyReply } from 'fastify';

/** An answer of type `text/event-stream`, written event by event. */
export class EventStream {
  readonly #hungUp = new AbortController();

  constructor(private readonly reply: FastifyReply) {
    const headers = reply.getHeaders();
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.setHeader('content-type', 'text/event-stream; charset=utf-8');
    raw.on('close', () => this.#hungUp.abort());
    raw.writeHead(200);
  }

  /** Aborted when the connection is gone, whoever ended it. */
  get closed(): AbortSignal {
    return this.#hungUp.signal;
  }

  send(event: string, data: unknown): void {
    if (this.#hungUp.signal.aborted) return;
    this.reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    this.reply.raw.end();
  }

  /** Cuts the connection without a proper end. */
  cut(): void {
    this.reply.raw.destroy();
  }
}
