import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';
import { type Sighting, SINKS, type Sweep, THINGS, unreadOf } from './sweep.ts';

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
    const unresolved = unreadOf(after, 'after the logout');
    if (!before.sightings.some(({ what, sink }) => what === 'canary' && sink === 'dom')) {
      unresolved.push('while signed in, the sweep did not even see the conversation on the screen');
    }
    return judgement({ flaws: after.sightings.map(describe), unresolved, looked: true });
  },
};

function describe({ sink, what, where, encodings }: Sighting): Observation {
  const facts: Record<string, string> = { place: SINKS[sink], where };
  if (encodings.length > 0) facts['encoded as'] = encodings.join(', then ');
  return { summary: `after logout, ${THINGS[what]} was still in ${SINKS[sink]}: ${where}`, facts };
}
