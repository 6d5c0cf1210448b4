import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import { foundBy, seesTheScreen, type Sweep, unreadOf } from './sweep.ts';

export interface BrowserRemainsEvidence {
  /** While signed in: the control, which must see the canary on the page and the credentials. */
  before: Sweep;
  after: Sweep;
}

export const logoutClearsTheBrowser: Check<BrowserRemainsEvidence> = {
  title: 'logout leaves no credential or canary in the browser',
  severity: 'normal',
  standards: [
    STANDARDS.asvs1431,
    STANDARDS.asvs1432,
    STANDARDS.asvs1625,
    STANDARDS.cwe532,
    STANDARDS.wstgSess06,
    STANDARDS.nist51,
  ],
  cause:
    'Conversations are cached (storage, HTTP cache without `no-store`) and sign-out does not know of the cache; or the cookie is deleted with other attributes than it was set with, so the browser keeps it. Or what was meant for finding errors writes answers and headers to the console, where they stay until the page is loaded anew.',
  consequence:
    'The next person at the same browser reads the conversation offline, without any account: from storage, from the cache, from the console, or with the Back button.',
  fix: 'Answer conversations with `Cache-Control: no-store`, keep copies only under a key that sign-out deletes, delete cookies with exactly the attributes they were set with, and send `Clear-Site-Data: "cache", "cookies", "storage"` at sign-out. Write neither answers nor headers to the console of what you ship, and load the page anew at sign-out.',
  judge: ({ before, after }) => {
    const unresolved = unreadOf(after, 'after the logout');
    if (!seesTheScreen(before)) {
      unresolved.push('while signed in, the sweep did not even see the conversation on the screen');
    }
    const flaws = foundBy(after, (thing, place) => `after logout, ${thing} was still in ${place}`);
    return judgement({ flaws, unresolved, looked: true });
  },
};
