import type { Check } from '../check.ts';
import type { Probe } from '../evidence/probe.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** Where a tab stood that was left open, as in sentences: “the old tab …”. */
export const OLD_TAB_KINDS = {
  conversation: 'on her conversation',
  newChat: 'on an empty new chat',
} as const satisfies Record<string, string>;
export type OldTabKind = keyof typeof OLD_TAB_KINDS;

/** What the tab that was left open shows when the next person is signed in, as in sentences. */
export const OLD_TAB = {
  hers: 'still shows that it is of the one who signed out',
  signIn: 'asks to sign in',
  his: 'has become the next person’s',
  /** Of an empty new chat: both people are named there, or nobody is. */
  unclear: 'does not show whose it is',
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

/** One tab that was left open. */
export interface OldTabTrial {
  kind: OldTabKind;
  /** The control: what she had said in that tab before was read in her account. */
  before: Probe | { reached: boolean };
  tab: OldTab;
  /** Absent where the tab let nobody write as her. */
  attempt?: OldTabAttempt;
}

/** One browser, several tabs: she signs out in the one, the next person signs in there, and the others are written in. */
export interface OldTabEvidence {
  /** What the next person said stood in the page: he is signed in. */
  tookOver: boolean;
  tabs: OldTabTrial[];
  /** What could not be tried, in words. */
  untried?: string[];
}

export const oldTabsWriteIntoNobodysAccount: Check<OldTabEvidence> = {
  title: 'an old tab’s next message lands in nobody else’s account',
  severity: 'critical',
  standards: [STANDARDS.asvs822, STANDARDS.asvs741, STANDARDS.wstgSess06],
  cause:
    'A page does not notice that its browser has become somebody else’s, and the server goes by the cookie alone: it takes the message for the newcomer’s, and begins a conversation for it where the one that the page meant is not his, or where the page, an empty new chat, means none. Or the page’s own credential has outlived the sign-out.',
  consequence:
    'What one person types is kept in the account of another, who finds it in the list; or whoever comes next writes in the name of somebody who has signed out.',
  fix: 'Have each page say whose it is (an identifier of the session or account in a header, or an anti-CSRF token that is bound to the session), refuse what does not fit the credential, be it the first message of a new conversation, and begin no conversation in place of one that was not found. Announce sign-outs and sign-ins to all tabs, empty ones too, and let each start anew.',
  judge: ({ tookOver, tabs, untried = [] }) => {
    const flaws: Observation[] = [];
    const unresolved: string[] = [];
    const advice: Observation[] = untried.map((summary) => ({ summary }));
    if (!tookOver) {
      unresolved.push('what the next person said did not come onto the page: he was not signed in');
    }
    for (const trial of tabs) {
      const { kind, before, tab, attempt } = trial;
      const which = `the old tab ${OLD_TAB_KINDS[kind]}`;
      if (!before.reached) {
        unresolved.push(
          `${which}: what was said in it before was not found in its owner’s account`,
        );
      }
      if (!attempt) {
        const why = tab === 'hers' || tab === 'unclear' ? ', but takes no words' : '';
        advice.push({ summary: `${which} ${OLD_TAB[tab]}${why}: nothing was written there` });
        continue;
      }
      const landed = landings(trial, attempt);
      flaws.push(...landed.flaws);
      unresolved.push(...landed.unresolved);
      if (!attempt.his.seesOwn) {
        unresolved.push('the next person’s account did not show what he had said himself');
      }
      if (!attempt.hers.seesOwn) {
        unresolved.push('the account of the one who signed out did not show what she had said');
      }
      if (landed.flaws.length + landed.unresolved.length === 0 && !attempt.told) {
        advice.push({ summary: `${which}: what was typed there vanished from it without a word` });
      }
    }
    return judgement({ flaws, advice, unresolved, looked: tabs.length > 0 });
  },
};

function landings(
  { kind, tab }: OldTabTrial,
  { request, his, hers }: OldTabAttempt,
): { flaws: Observation[]; unresolved: string[] } {
  const sent = request === undefined ? {} : { request };
  const facts = { 'the tab stood': OLD_TAB_KINDS[kind], ...sent };
  const flaws: Observation[] = [];
  const unresolved: string[] = [];
  if (his.found !== undefined && tab === 'unclear') {
    unresolved.push(
      `the old tab ${OLD_TAB_KINDS[kind]} ${OLD_TAB.unclear}, and what was typed there is in the account of the next person: whether it had become his was not to be seen`,
    );
  } else if (his.found !== undefined) {
    const summary =
      'what was typed in the tab of the one who had signed out is in the account of the next person';
    flaws.push({ summary, facts: { ...facts, 'found by': his.found } });
  }
  if (hers.found !== undefined) {
    const summary =
      'what was typed after the sign-out is in the account of the one who had signed out: her session goes on, or others may write in her conversation';
    flaws.push({ summary, facts: { ...facts, 'found by': hers.found } });
  }
  return { flaws, unresolved };
}
