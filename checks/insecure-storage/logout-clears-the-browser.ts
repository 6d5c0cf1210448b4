import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** The places of a browser in which a page leaves things. */
export const SINKS = {
  dom: 'the page on the screen',
  url: 'the address, the title or the history state',
  back: 'the page behind the Back button',
  cookies: 'the cookies',
  localStorage: 'local storage',
  sessionStorage: 'session storage',
  indexedDb: 'IndexedDB',
  cacheStorage: 'Cache Storage',
  httpCache: 'the browser’s HTTP cache',
} as const satisfies Record<string, string>;
export type Sink = keyof typeof SINKS;

/** Something private found in a browser. */
export interface Sighting {
  sink: Sink;
  what: 'canary' | 'credential';
  /** A key, a name or a path, without secrets. */
  where: string;
  /** Encodings through which it was seen, outermost first. */
  encodings: string[];
}

/** One look through all the sinks. A sink in neither list held nothing private. */
export interface Sweep {
  sightings: Sighting[];
  /** Sinks that could not be read, with the reason. */
  unread: { sink: Sink; reason: string }[];
}

export interface BrowserRemainsEvidence {
  /** While signed in: the control, which must see the canary on the page and the credentials. */
  before: Sweep;
  after: Sweep;
}

export const logoutClearsTheBrowser: Check<BrowserRemainsEvidence> = {
  title: 'logout leaves no credential or canary in the browser',
  severity: 'normal',
  standards: [STANDARDS.asvs1431, STANDARDS.asvs1432, STANDARDS.wstgSess06, STANDARDS.nist51],
  cause:
    'Conversations are cached (storage, HTTP cache without `no-store`) and sign-out does not know of the cache; or the cookie is deleted with other attributes than it was set with, so the browser keeps it.',
  consequence:
    'The next person at the same browser reads the conversation offline, without any account: from storage, from the cache, or with the Back button.',
  fix: 'Answer conversations with `Cache-Control: no-store`, keep copies only under a key that sign-out deletes, delete cookies with exactly the attributes they were set with, and send `Clear-Site-Data: "cache", "cookies", "storage"` at sign-out.',
  judge: ({ before, after }) => {
    const unresolved = after.unread.map(
      ({ sink, reason }) => `${SINKS[sink]} could not be read after the logout: ${reason}`,
    );
    if (!before.sightings.some(({ what, sink }) => what === 'canary' && sink === 'dom')) {
      unresolved.push('while signed in, the sweep did not even see the conversation on the screen');
    }
    return judgement({ flaws: after.sightings.map(describe), unresolved, looked: true });
  },
};

function describe({ sink, what, where, encodings }: Sighting): Observation {
  const thing = what === 'canary' ? 'the conversation' : 'a credential of the ended session';
  const facts: Record<string, string> = { place: SINKS[sink], where };
  if (encodings.length > 0) facts['encoded as'] = encodings.join(', then ');
  return { summary: `after logout, ${thing} was still in ${SINKS[sink]}: ${where}`, facts };
}
