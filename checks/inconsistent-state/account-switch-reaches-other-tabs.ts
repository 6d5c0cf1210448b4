import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** How one tab became the next person’s, as in sentences: “the next person …”. */
export const SWITCHES = {
  over: 'signed in where the one before had not signed out',
  after: 'signed in where the one before had signed out',
} as const satisfies Record<string, string>;
export type Switch = keyof typeof SWITCHES;

/** What is done with the other tab then, in this order, as in sentences: “when …”. */
export const TAB_USES = {
  look: 'somebody came to it',
  elsewhere: 'somebody went to another conversation in it',
  say: 'somebody said something in it',
} as const satisfies Record<string, string>;
export type TabUse = keyof typeof TAB_USES;

/** Two tabs of one browser, both one person’s; somebody else signs in in the first. */
export interface AccountSwitchEvidence {
  how: Switch;
  /** The second tab showed the conversation before. */
  shownBefore: boolean;
  /** What the next person said stood in the first tab: he is signed in. */
  tookOver: boolean;
  /**
   * Milliseconds from his sign-in until the second tab showed nothing of the other person by itself, 0 where it had gone
   * before; undefined: it still did after `withinMs`.
   */
  goneAfterMs: number | undefined;
  /** Milliseconds that the policy gives. */
  withinMs: number;
  /** What was done with a tab that did not, until it showed nothing of her. */
  uses: { use: TabUse; shown: boolean }[];
}

export const accountSwitchReachesOtherTabs: Check<AccountSwitchEvidence> = {
  title: 'a sign-in of somebody else reaches the other tabs',
  severity: 'normal',
  standards: [STANDARDS.asvs1431, STANDARDS.wstgSess06],
  cause:
    'A page learns whose session it is when it is loaded, and never asks again: the browser’s cookies become somebody else’s, and the tab keeps the state of the one before.',
  consequence:
    'Whoever is at the browser now reads the conversations of the person before him in a tab that looks like his own, and does not know in whose name he writes.',
  fix: 'Announce each sign-in with the account that it is of (a BroadcastChannel or a storage event), have each tab compare it with its own, on focus and with every answer of the server too, and start anew where they differ.',
  judge: ({ how, shownBefore, tookOver, goneAfterMs, withinMs, uses }) => {
    const unresolved: string[] = [];
    if (!shownBefore) unresolved.push('the second tab never showed the conversation');
    if (!tookOver) {
      unresolved.push('what the next person said did not come onto the page: he was not signed in');
    }
    if (unresolved.length > 0) return judgement({ unresolved, looked: true });
    const when = `after the next person had ${SWITCHES[how]}`;
    if (goneAfterMs !== undefined) {
      const took = { 'time to notice': `${goneAfterMs} ms` };
      const summary = `${when}, the other tab showed nothing of the other person any more by itself`;
      return { ...judgement({ looked: true }), measured: [{ summary, facts: took }] };
    }
    const last = uses.at(-1);
    if (last?.shown === false) {
      const summary = `${when}, the other tab left the conversation on the screen until ${TAB_USES[last.use]}`;
      return judgement({ advice: [{ summary }], looked: true });
    }
    const flaws: Observation[] = last ? [stayed(when, withinMs, uses)] : [];
    return judgement({ flaws, looked: uses.length > 0 });
  },
};

function stayed(when: string, withinMs: number, uses: AccountSwitchEvidence['uses']): Observation {
  const done = uses.map(({ use }) => TAB_USES[use]).join(', and ');
  return {
    summary: `${when}, the other tab went on showing what is of the other person, even when ${done}`,
    facts: { 'waited for it before': `${(withinMs / 1000).toFixed(0)} s` },
  };
}
