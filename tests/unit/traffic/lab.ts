import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A server whose pages receive one marker by every way that a page can receive anything. */
export interface Lab {
  origin: string;
  close(): Promise<void>;
}

const MARK = 'kxlab0123456789mark00';
/** The marker, split over events as a model's tokens split it. */
export const PIECES = [MARK.slice(0, 7), MARK.slice(7, 14), MARK.slice(14)];
export const MARKER = MARK;
const MIB = 1024 * 1024;

const PAGES: Record<string, string> = {
  '/': '<!doctype html><title>lab</title><p id="p">ready</p>',
  '/frame': `<script>fetch('/json?from=frame')</script>`,
  '/stream-frame': `<button onclick="new EventSource('/events?by=frame')">listen</button>`,
  '/stream-worker.js': `onmessage = async () => {
    const reader = (await fetch('/events?by=worker')).body.getReader();
    while (!(await reader.read()).done);
  };`,
  '/service.js': `oninstall = () => skipWaiting();
    onactivate = (event) => event.waitUntil(clients.claim());
    onfetch = (event) => event.respondWith(fetch(event.request.url.replace('by=page', 'by=page-and-worker')));
    onmessage = (event) => event.waitUntil(fetch('/json?from=service').then((r) => r.text()).then((t) => event.source.postMessage(t)));`,
  '/shared.js': `onconnect = ({ ports: [port] }) => {
    port.onmessage = () => fetch('/json?from=shared').then((r) => r.text()).then((t) => port.postMessage(t));
  };`,
  '/worker.js': `fetch('/json?from=worker').then((r) => r.text()).then((t) => postMessage(t));
    const socket = new WebSocket('ws://' + location.host + '/socket?from=worker');
    socket.onopen = () => socket.send('hello from a worker');`,
};

export async function startLab(): Promise<Lab> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lab');
    const page = PAGES[pathname];
    if (page !== undefined) {
      response.setHeader(
        'content-type',
        pathname.endsWith('.js') ? 'text/javascript' : 'text/html',
      );
      response.end(page);
    } else if (pathname === '/subscribe') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      request.on('data', (asked: Buffer) => response.write(`data: ${asked.toString()}\n\n`));
    } else if (pathname === '/events')
      stream(response, 'text/event-stream', (t) => `data: {"t":"${t}"}\n\n`);
    else if (pathname === '/lines')
      stream(response, 'application/x-ndjson', (t) => `{"t":"${t}"}\n`, true);
    else if (pathname === '/large') response.end(Buffer.alloc(6 * MIB, 'x'));
    else if (pathname === '/file') {
      response.setHeader('content-disposition', 'attachment; filename="a.md"');
      response.end(`# ${MARK}`);
    } else {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ mark: MARK }));
    }
  });
  const sockets = new WebSocketServer({
    server,
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  sockets.on('connection', (socket: WebSocket) => {
    socket.on('message', () => PIECES.forEach((piece) => socket.send(piece)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      sockets.clients.forEach((client) => client.terminate());
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Writes the pieces one after the other, and leaves the answer open unless it is to end. */
function stream(
  response: ServerResponse,
  type: string,
  write: (piece: string) => string,
  ends = false,
): void {
  response.setHeader('content-type', type);
  const pieces = [...PIECES];
  const timer = setInterval(() => {
    const piece = pieces.shift();
    if (piece !== undefined) response.write(write(piece));
    else {
      clearInterval(timer);
      if (ends) response.end();
    }
  }, 20);
}
