import { asWitness } from '../../../fixtures/access/witness.ts';

/** A read of a conversation that nothing in a test depends on. */
export const PLAIN_WITNESS = asWitness({
  order: 0,
  startedAt: 0,
  method: 'GET',
  url: 'http://localhost/c',
  resourceType: 'fetch',
  requestHeaders: [],
  status: 200,
  responseHeaders: [],
});
