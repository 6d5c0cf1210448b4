import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';

/** One page that a signed-in person came to. */
export interface VisitedPage {
  /** Its path. */
  path: string;
  /** How the control was reached: at once, or by opening a menu; undefined: not at all. */
  reachedBy: 'in sight' | 'in a menu' | undefined;
  /** Whether it, or the control that opens its menu, stood inside the window without scrolling. */
  withoutScrolling: boolean;
}

export interface ReachEvidence {
  pages: VisitedPage[];
  /** What tells that the session had ended before all were visited: they were not the pages of somebody who is signed in. */
  ended?: string;
}

export const logoutIsWithinReach: Check<ReachEvidence> = {
  title: 'logout is within reach on every page',
  severity: 'minor',
  standards: [STANDARDS.asvs744, STANDARDS.wstgSess06],
  cause:
    'The control stands on one page only, at the end of a long list, or in a part of the page that other pages lack.',
  consequence:
    'People who cannot find the way out close the tab instead, and leave their session alive.',
  fix: 'Put the sign-out control, or the menu that holds it, into the frame that all signed-in pages share, where it never scrolls away.',
  judge: ({ pages, ended }) => {
    if (ended !== undefined) {
      const unresolved = [`the session ended while its pages were visited: ${ended}`];
      return judgement({ unresolved, looked: pages.length > 0 });
    }
    const flaws = pages.flatMap(({ path, reachedBy, withoutScrolling }) => {
      if (reachedBy === undefined) return [{ summary: `${path} offers no way to sign out` }];
      if (withoutScrolling) return [];
      return [{ summary: `${path}: the way to sign out is out of sight until one scrolls` }];
    });
    return judgement({ flaws, looked: pages.length > 0 });
  },
};
