import type { FastifyInstance } from 'fastify';

/** What the cache takes for a file by its address alone. */
const FILE = /\.(?:css|js|png|svg)(?:\?|$)/;
const BEHIND_A_ROUTE = /^(\/api\/[^?]*?)\/[\w-]+\.(?:css|js|png|svg)(?=\?|$)/;
const MOST_COPIES = 100;

/** How the router reads an address: what looks like a file behind a route is no part of it. */
export function withoutFileName(url: string): string {
  return url.replace(BEHIND_A_ROUTE, '$1');
}

/** The cache in front of a product that keeps every answer whose address looks like a file’s, and hands it to anybody. */
export function cacheByAddress(app: FastifyInstance): void {
  const copies = new Map<string, { type: string; body: string }>();

  app.addHook('onRequest', async (request, reply) => {
    const copy = copies.get(request.originalUrl);
    if (request.method !== 'GET' || !copy) return;
    await reply.header('x-cache', 'HIT').type(copy.type).send(copy.body);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const fits = request.method === 'GET' && reply.statusCode === 200;
    if (fits && FILE.test(request.originalUrl) && typeof payload === 'string') {
      if (copies.size >= MOST_COPIES) copies.clear();
      copies.set(request.originalUrl, {
        type: String(reply.getHeader('content-type')),
        body: payload,
      });
    }
    done(null, payload);
  });
}
