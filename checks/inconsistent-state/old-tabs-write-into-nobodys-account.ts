import type { Check } from '../check.ts';
import type { Probe } from '../evidence/probe.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** What the tab that was left open shows when the next person is signed in, as in sentences. */
export const OLD_TAB = {
  hers: 'still shows the conversation of the one who signed out',
  signIn: 'asks to sign in',
  his: 'has become the next person’s',
  other: 'no longer shows the conversation',
} as const satisfies Record<string, string>;
export type OldTab = keyof typeof OLD_TAB;

/** A look through somebody’s account, in a new browser in which its owner has signed in. */
export interface AccountLook {
  /** The control: what its owner is known to have said was found there. */
  seesOwn: boolean;
  /** Where the words were found that were typed in the old tab; undefined: nowhere. */
  found?: string;
}

/** What became of words that were typed and sent in the old tab. */
export interface OldTabAttempt {
  /** The request with the words, and its answer, for example `POST /api/messages: 404`; undefined: none was seen. */
  request?: string;
  /** In the account of who is signed in at this browser now. */
  his: AccountLook;
  /** In the account of who has signed out. */
  hers: AccountLook;
  /** The words still stand in the tab, or it says something new. */
  told: boolean;
}

/** One browser, two tabs: she signs out in the one, the next person signs in there, and the other is written in. */
export interface OldTabEvidence {
  /** The control: what she had said in that tab before was read in her account. */
  before: Probe;
  /** What the next person said stood in the page: he is signed in. */
  tookOver: boolean;
  tab: OldTab;
  /** Absent where the tab let nobody write in her conversation. */
  attempt?: OldTabAttempt;
}

export const oldTabsWriteIntoNobodysAccount: Check<OldTabEvidence> = {
  title: 'an old tab’s next message lands in nobody else’s account',
  severity: 'critical',
  standards: [STANDARDS.asvs822, STANDARDS.asvs741, STANDARDS.wstgSess06],
  cause:
    'A page does not notice that its browser has become somebody else’s, and the server goes by the cookie alone: it takes the message for the newcomer’s, and begins a conversation for it where the one that the page meant is not his. Or the page’s own credential has outlived the sign-out.',
  consequence:
    'What one person types is kept in the account of another, who finds it in the list; or whoever comes next writes in the name of somebody who has signed out.',
  fix: 'Have each page say whose it is (an identifier of the session or account in a header, or an anti-CSRF token that is bound to the session), refuse what does not fit the credential, and begin no conversation in place of one that was not found. Announce sign-outs and sign-ins to all tabs, and let each start anew.',
  judge: ({ before, tookOver, tab, attempt }) => {
    const unresolved: string[] = [];
    if (!before.reached) {
      unresolved.push(
        'what was said in the second tab before was not found in its owner’s account',
      );
    }
    if (!tookOver) {
      unresolved.push('what the next person said did not come onto the page: he was not signed in');
    }
    const advice: Observation[] = [];
    if (!attempt) {
      const why = tab === 'hers' ? ', but takes no words' : '';
      advice.push({ summary: `the old tab ${OLD_TAB[tab]}${why}: nothing was written there` });
      return judgement({ advice, unresolved, looked: true });
    }
    const flaws = landings(attempt);
    if (!attempt.his.seesOwn) {
      unresolved.push('the next person’s account did not show what he had said himself');
    }
    if (!attempt.hers.seesOwn) {
      unresolved.push('the account of the one who signed out did not show what she had said');
    }
    if (flaws.length === 0 && !attempt.told) {
      advice.push({ summary: 'what was typed in the old tab vanished from it without a word' });
    }
    return judgement({ flaws, advice, unresolved, looked: true });
  },
};

function landings({ request, his, hers }: OldTabAttempt): Observation[] {
  const sent = request === undefined ? {} : { request };
  const flaws: Observation[] = [];
  if (his.found !== undefined) {
    const summary =
      'what was typed in the tab of the one who had signed out is in the account of the next person';
    flaws.push({ summary, facts: { ...sent, 'found by': his.found } });
  }
  if (hers.found !== undefined) {
    const summary =
      'what was typed after the sign-out is in the account of the one who had signed out: her session goes on, or others may write in her conversation';
    flaws.push({ summary, facts: { ...sent, 'found by': hers.found } });
  }
  return flaws;
}
