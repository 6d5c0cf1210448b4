import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Policy } from '../../policy.ts';

const UNUSED_FEATURES = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

export const PERMISSIONS_POLICY = UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ');

/**
 * Strict-Transport-Security is left out: on plain-HTTP localhost it would bind every other server there.
 *
 * @param collector the origin that pages report to, where there is one
 */
export function securityHeaders(
  policy: Policy,
  collector: string | undefined,
): FastifyHelmetOptions {
  const framed = policy.otherSites.framing === 'allowed';
  const inline = policy.page.inlineScript === 'allowed' ? ["'unsafe-inline'"] : [];
  const pictures = policy.page.pictures === 'from anywhere' ? ['http:', 'https:'] : [];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", ...inline],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', ...pictures],
        'font-src': ["'self'"],
        // Not every browser counts a socket of the same origin as 'self'.
        'connect-src': [
          "'self'",
          (request) => `ws://${request.headers.host}`,
          ...(collector === undefined ? [] : [collector]),
        ],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        ...(framed ? {} : { 'frame-ancestors': ["'none'"] }),
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: {
      policy: policy.otherSites.opening === 'cut off' ? 'same-origin' : 'unsafe-none',
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: framed ? false : { action: 'deny' },
  };
}
