import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

/** Values under these keys of a JSON answer let somebody in: access tokens, and tickets for the live connection. */
const ISSUED = /"\w*(?:token|ticket)"\s*:\s*"([^"]+)"/gi;

/** Stands before a chatbot on loopback, passes everything on, WebSockets too, and keeps every credential that it sees. */
export class RecordingProxy {
  readonly credentials = new Set<string>();
  readonly #open = new Set<Socket>();
  readonly #server = http.createServer((request, response) => {
    this.#learnRequest(request);
    const onward = http.request(this.#onward(request), (answer) => {
      this.#learnAnswer(answer);
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    // Whoever leaves in the middle, on either side, takes the other side along.
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });

  private constructor(private readonly target: URL) {
    this.#server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
    });
    this.#server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      this.#learnRequest(request);
      const onward = net.connect(Number(this.target.port), 'localhost');
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${headerLines(request)}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
      socket.on('close', () => onward.destroy());
    });
  }

  /** @param origin of the chatbot behind it */
  static async before(origin: string): Promise<RecordingProxy> {
    const proxy = new RecordingProxy(new URL(origin));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await once(this.#server, 'close');
  }

  /** The host stays the proxy's: the chatbot compares it with the page's origin. */
  #onward({ method, url, rawHeaders }: IncomingMessage): http.RequestOptions {
    const { port } = this.target;
    return { host: 'localhost', port, method, path: url, headers: rawHeaders };
  }

  #learnRequest({ headers }: IncomingMessage): void {
    const [scheme = '', token] = headers.authorization?.split(' ') ?? [];
    if (/^bearer$/i.test(scheme) && token) this.credentials.add(token);
  }

  #learnAnswer(answer: IncomingMessage): void {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value) this.credentials.add(value);
    }
    if (!/json/.test(answer.headers['content-type'] ?? '')) return;
    let body = '';
    answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
    answer.on('end', () => {
      for (const [, value = ''] of body.matchAll(ISSUED)) this.credentials.add(value);
    });
  }
}

function headerLines({ rawHeaders }: IncomingMessage): string {
  const lines: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  }
  return lines.join('\r\n');
}
