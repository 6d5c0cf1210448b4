import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ways in which a chatbot that worked stops to answer for itself. */
export const LATE_FAULTS = {
  /** Every request is answered with 500. */
  broken: (response: ServerResponse) => response.writeHead(500).end('Oops'),
  /** Every request is throttled, and nobody says for how long. */
  throttling: (response: ServerResponse) => response.writeHead(429).end('Too many requests'),
  /** Connections are taken, and dropped. */
  dropping: (response: ServerResponse) => response.destroy(),
  /** Everybody is shown the sign-in page, as if all were well. */
  'turning everybody away': (response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<form>Username <input name="user"> Password <input type="password"></form>'),
} as const satisfies Record<string, (response: ServerResponse) => unknown>;
export type LateFault = keyof typeof LATE_FAULTS;

/** Holds for the first few requests whose address begins so. */
export function firstOf(beginning: string, count: number): (url: string) => boolean {
  let left = count;
  return (url) => url.startsWith(beginning) && left-- > 0;
}

/** The first logout is the doctor's, who only looks whether there is a way out: the second is a story's. */
const STORYS_LOGOUT = 2;
/** Where a session ends, by the usual names. */
const LOGOUT = /log-?out|sign-?out/i;

/**
 * Stands before a chatbot on loopback, and passes everything on until somebody has logged out in a story. From then on
 * nothing is answered but with the fault. WebSockets are refused throughout.
 *
 * @param target origin of the chatbot behind it
 * @param meets whether a request, by its address, meets the fault; all do by default
 */
export async function startFaultyAfterLogout(
  target: string,
  fault: (response: ServerResponse) => unknown,
  meets: (url: string) => boolean = () => true,
): Promise<{ origin: string; began: () => boolean; close: () => Promise<void> }> {
  const { port } = new URL(target);
  let logouts = 0;
  const began = (): boolean => logouts >= STORYS_LOGOUT;
  const server = http.createServer((request, response) => {
    if (began() && meets(request.url ?? '')) {
      fault(response);
      return;
    }
    // The host stays the proxy's: the chatbot compares it with the page's origin.
    const { method, url, rawHeaders } = request;
    const onward = http.request({
      host: 'localhost',
      port,
      method,
      path: url,
      headers: rawHeaders,
    });
    onward.on('response', (answer: IncomingMessage) => {
      if (method === 'POST' && LOGOUT.test(url ?? '')) logouts += 1;
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    began,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
