import type { Check } from '../check.ts';
import type { Probe } from '../evidence/probe.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';
import { foundBy, seesTheScreen, type Sweep, unreadOf } from './sweep.ts';

/** What was left of a conversation where the page took it off the screen. */
export interface OfflineRemains {
  /** Still without a connection; without the cookies that no script can clear. */
  after: Sweep;
  /** The session, asked from outside the browser before it was connected again: the server had not heard of the sign-out. */
  alive: Probe;
  /** The page, opened again with the connection back. */
  loadedAnew: Sweep;
}

/** A sign-out that was asked for while the server could not be reached. */
export interface OfflineLogoutEvidence {
  /** While signed in: the control, which must see the canary on the page. */
  before: Sweep;
  /** The browser had no connection, and no request to end the session was answered. */
  cutOff: boolean;
  /** What the page made of it; `unclear`: it looked like neither side of a sign-out with a connection. */
  toldSignedOut: boolean | 'unclear';
  /** The page asked for a password where the conversation had been. */
  showsSignIn: boolean;
  /** Absent where the page left the person where she was, and said so. */
  remains?: OfflineRemains;
}

/**
 * Who is told that the sign-out failed knows that she is signed in, and what is hers stays with her: ASVS asks to clear
 * the browser when the session ends, which it has not for her. The cookie that authenticates is not sought: a page
 * without a connection cannot have an HttpOnly cookie deleted. What it opens is for the page that is loaded anew to show,
 * and whether its session lives on for `failedLogoutIsNotHidden` to judge.
 */
export const offlineLogoutClearsTheBrowser: Check<OfflineLogoutEvidence> = {
  title: 'a logout without a connection clears the browser, too',
  severity: 'normal',
  standards: [STANDARDS.asvs1431, STANDARDS.wstgSess06, STANDARDS.nist51],
  cause:
    'The page leaves all clearing to the answer of the server (`Clear-Site-Data`, the code that runs after a sign-out that succeeded), and shows the sign-in form without it; or nothing in the browser remembers that a sign-out is still to be made.',
  consequence:
    'Where the connection is bad or the server is down, people walk away from a shared computer having been told that they are signed out, and the next person there reads their conversations: from storage, or by loading the page once more.',
  fix: 'Clear storage, caches and memory before the server is asked, whatever becomes of the request; keep a mark that the sign-out is unconfirmed, and when the page is loaded repeat it first and show nothing until then. Or say that the sign-out failed, and leave the person where she is.',
  judge: ({ before, cutOff, toldSignedOut, showsSignIn, remains }) => {
    const unresolved: string[] = [];
    if (!cutOff) {
      unresolved.push('the server could be reached all the same');
      return judgement({ unresolved, looked: true });
    }
    if (!seesTheScreen(before)) {
      unresolved.push('while signed in, the sweep did not even see the conversation on the screen');
    }
    if (!remains) {
      const kept =
        'without a connection the page said that the sign-out failed, and left the person signed in: that it clears nothing then is no flaw';
      return judgement({ advice: [{ summary: kept }], unresolved, looked: true });
    }
    const { after, alive, loadedAnew } = remains;
    unresolved.push(...unreadOf(after, 'without a connection'));
    const left = foundBy(
      after,
      (thing, place) => `after a logout without a connection, ${thing} was still in ${place}`,
    );
    const shown = foundBy(
      loadedAnew,
      (thing, place) => `after a logout that never reached the server, ${thing} was in ${place}`,
    );
    // Who was told that it failed may find herself signed in.
    const counted = toldSignedOut === false ? [] : shown;
    if (toldSignedOut !== false && shown.length === 0) {
      unresolved.push(...unreadOf(loadedAnew, 'with the connection back'));
      if (!alive.reached) {
        unresolved.push(
          'that the session was alive when the page was loaded anew could not be shown: that it shows nothing says nothing then',
        );
      }
    }
    const claimed = toldSignedOut === true || showsSignIn;
    const observed: Observation[] = [...left, ...counted];
    if (!claimed) unresolved.push(...observed.map(({ summary }) => `${summary}; ${UNCLEAR}`));
    const judged = judgement({ flaws: claimed ? observed : [], unresolved, looked: true });
    // Whoever comes next goes on with the session itself.
    return claimed && counted.length > 0 ? { ...judged, severity: 'critical' } : judged;
  },
};

const UNCLEAR = 'and whether the page said that the person was signed out cannot be told';
