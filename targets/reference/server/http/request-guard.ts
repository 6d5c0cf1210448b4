import type { FastifyRequest } from 'fastify';
import type { Policy } from '../../policy.ts';
import { Failure } from './failure.ts';

const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
/** Changes nothing but its own cookie, and whoever reads needs what it answers. */
const PART_OF_READING = ['/api/token/refresh'];

/** Refuses a host that a foreign name was pointed at (DNS rebinding), and whatever another site sends to change something. */
export function guardRequest(request: FastifyRequest, { otherSites }: Policy): void {
  if (!OWN_NAMES.test(request.headers.host ?? '')) {
    throw new Failure(400, 'This server does not go by that name.');
  }
  if (SAFE_METHODS.includes(request.method)) return;
  if (otherSites.reads === 'answered' && PART_OF_READING.includes(request.url)) return;
  const { signIn, signOut, changes } = otherSites;
  const { url } = request.routeOptions;
  const rule = url === '/api/login' ? signIn : url === '/api/logout' ? signOut : changes;
  if (rule === 'refused') refuseOtherSites(request);
}

/** A client that sends neither header is no browser, and no site can speak through it. */
export function refuseOtherSites(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreignSite || (origin !== undefined && !isOwnOrigin(origin, host))) {
    throw new Failure(403, 'Another site may not do this.');
  }
}

export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && origin === `http://${host}`;
}
