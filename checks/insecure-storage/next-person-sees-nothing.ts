import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import { foundBy, seesTheScreen, type Sweep, unreadOf } from './sweep.ts';

/** One browser, and two people at it one after the other. */
export interface NextPersonEvidence {
  /** While the first is signed in: the control, which must see her conversation on the page. */
  before: Sweep;
  /** The second has signed in where the first signed out. */
  after: Sweep;
  /** What the second said then stood in the page: it is his. */
  tookOver: boolean;
}

export const nextPersonSeesNothing: Check<NextPersonEvidence> = {
  title: 'the next person at the same browser sees nothing of the one before',
  severity: 'critical',
  standards: [STANDARDS.asvs1431, STANDARDS.asvs1432, STANDARDS.wstgAthn06, STANDARDS.nist51],
  cause:
    'State in memory or storage (list, drafts, opened conversations, caches of answers) is kept under keys that do not name the person, and neither sign-out nor sign-in drops it.',
  consequence:
    'At a shared computer the next person to sign in finds the conversations, titles or unsent words of the one before.',
  fix: 'Drop everything at sign-out and again when another person signs in: state in memory by a reload, storage by `Clear-Site-Data`, and caches by keys that hold the person’s identifier.',
  judge: ({ before, after, tookOver }) => {
    const unresolved = unreadOf(after, 'while the next person was signed in');
    if (!seesTheScreen(before)) {
      unresolved.push('while the first was signed in, the sweep did not see her conversation');
    }
    if (!tookOver) {
      unresolved.push('what the next person said did not come onto the page: he was not signed in');
    }
    const draftSeen = before.sightings.some(({ what }) => what === 'draft');
    const advice = draftSeen ? [] : [{ summary: 'no unsent text was tried: none could be left' }];
    const flaws = foundBy(
      after,
      (thing, place) => `the next person’s browser still had ${thing} in ${place}`,
    );
    return judgement({ flaws, advice, unresolved, looked: true });
  },
};
