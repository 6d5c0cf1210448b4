import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import {
  foundBy,
  seesTheScreen,
  type Sweep,
  together,
  unreadOf,
} from '../insecure-storage/sweep.ts';
import { STANDARDS } from '../standards.ts';
import { type Age, aged, judgePastLimit } from './judge-age.ts';

/** Two looks at a page that nobody touches. */
export interface IdleLooks {
  /** While the session was fresh: the control, which must see the conversation on the screen. */
  before: Sweep;
  /** Past the limit. */
  after: Sweep;
}

/** The tab in front is swept with all that the browser holds. */
export interface IdlePageEvidence extends Age, IdleLooks {
  /** What another tab on the same conversation showed; undefined: the product has no two tabs at once. */
  otherTab: IdleLooks | undefined;
}

const ONE_TAB = {
  summary: 'no other tab was looked at: the product is said to have no two tabs at once',
};

export const idlePageShowsNothing: Check<IdlePageEvidence> = {
  title: 'an idle page shows nothing of the conversation after the limit',
  severity: 'normal',
  standards: [STANDARDS.asvs731, STANDARDS.asvs1431, STANDARDS.wstgSess07],
  cause:
    'The page does not know of the limit, or shows a notice over what it leaves standing: neither the screen nor what the page has stored is cleared. Or one tab alone acts on the limit, and the others keep what they show.',
  consequence:
    'Whoever passes by the computer after the person has left it reads the conversation from the screen, or from the browser’s storage, long after the session has ended.',
  fix: 'Have the page, in every tab, leave the conversation when the limit is reached (by its own clock, and when the server says so): drop its state, clear what it stored, and show the sign-in page.',
  judge: (evidence) => {
    const { before, otherTab } = evidence;
    const after = together([evidence.after, ...(otherTab ? [otherTab.after] : [])]);
    const unresolved = unreadOf(after, 'past the limit');
    if (!seesTheScreen(before)) {
      unresolved.push(
        'before the limit, the sweep did not even see the conversation on the screen',
      );
    }
    if (otherTab && !seesTheScreen(otherTab.before, 'otherTab')) {
      unresolved.push('before the limit, the other tab did not show the conversation');
    }
    // Credentials of a session that has ended open nothing; whether it has is another check's question.
    const sightings = after.sightings.filter(({ what }) => what !== 'credential');
    const flaws = foundBy(
      { ...after, sightings },
      (thing, place) => `${aged(evidence)} ${thing} was still in ${place}`,
    );
    const advice = otherTab ? [] : [ONE_TAB];
    return judgePastLimit(evidence, judgement({ flaws, advice, unresolved, looked: true }));
  },
};
