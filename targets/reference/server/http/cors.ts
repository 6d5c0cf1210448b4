import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Lets whatever origin asks read the answer, with the credentials that the browser adds (CORS).
 *
 * @returns whether that was all that was asked for: a browser asks for leave before some requests
 */
export function shareWithOrigin(request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  reply.header('access-control-allow-origin', origin);
  reply.header('access-control-allow-credentials', 'true');
  reply.header('vary', 'origin');
  if (request.method !== 'OPTIONS') return false;
  reply.header('access-control-allow-methods', 'GET, POST');
  reply.header('access-control-allow-headers', 'authorization, content-type, x-background');
  return true;
}
