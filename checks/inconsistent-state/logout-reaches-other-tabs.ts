import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';

/** Two tabs of one person on the same conversation; she signs out in the first. */
export interface OtherTabEvidence {
  /** Before the logout the second tab showed the canary. */
  shownBefore: boolean;
  /** After the logout the first tab showed no canary any more. */
  goneFromFirstTab: boolean;
  /** Milliseconds from the logout until the second tab showed no canary; undefined: it still did at the end. */
  goneAfterMs: number | undefined;
  /** Milliseconds that the policy gives. */
  withinMs: number;
}

export const logoutReachesOtherTabs: Check<OtherTabEvidence> = {
  title: 'logout reaches the other tabs',
  severity: 'normal',
  standards: [STANDARDS.asvs1431, STANDARDS.wstgSess06],
  cause:
    'The page that signs out tells nobody: other tabs keep the state that they loaded, or react to the news with a notice and leave the conversation on the screen.',
  consequence:
    'The person believes that she has signed out while her conversation stays readable in another tab, and what is typed there goes nowhere or to somebody else’s account.',
  fix: 'Announce the end of a session to every tab (a server push, a BroadcastChannel or a storage event), and let each of them drop its state and go to the sign-in page.',
  judge: ({ shownBefore, goneFromFirstTab, goneAfterMs, withinMs }) => {
    const unresolved: string[] = [];
    if (!shownBefore) unresolved.push('the second tab never showed the conversation');
    if (!goneFromFirstTab)
      unresolved.push('the tab that signed out still showed the conversation itself');
    if (unresolved.length > 0) return judgement({ unresolved, looked: true });
    if (goneAfterMs !== undefined && goneAfterMs <= withinMs) return judgement({ looked: true });
    const summary = `${(withinMs / 1000).toFixed(0)} s after the logout the second tab still showed the conversation`;
    return judgement({ flaws: [{ summary }], looked: true });
  },
};
