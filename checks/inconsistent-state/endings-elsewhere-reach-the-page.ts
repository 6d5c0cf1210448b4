import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import type { Probe } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** What ended a session whose page was left open, as in sentences: “after …”. */
export const ENDINGS_ELSEWHERE = {
  device: 'its end in the list of devices',
  everywhere: '“sign out everywhere” on another device',
  password: 'a password change on another device',
} as const satisfies Record<string, string>;
export type EndingElsewhere = keyof typeof ENDINGS_ELSEWHERE;

/** What a person then does with the page, in this order, as in sentences: “when …”. */
export const ACTS = {
  look: 'the person came back to it',
  elsewhere: 'the person went to another conversation and back',
  say: 'the person said something in it',
} as const satisfies Record<string, string>;
export type ActKind = keyof typeof ACTS;

/** One thing that was done with the page. */
export interface Act {
  act: ActKind;
  /** `refused`: the server refused the page something (401, 403); `said`: what was said was answered in some way. */
  heard: 'refused' | 'said' | 'nothing';
  /** Afterwards a conversation still could be read on the screen, or its entry in the list. */
  shown: boolean;
}

/** One session that was ended from elsewhere while its page stood on a conversation. */
export interface EndingTrial {
  ending: EndingElsewhere;
  /** The page showed the conversation. */
  shownBefore: boolean;
  /** A read with the session’s own credentials before the end: the control. */
  before: Probe;
  /** The same after it: the session is over where this is refused. */
  after: Probe;
  /** The read of another session of hers, which began after the end. */
  control: Probe;
  /** Milliseconds until the page showed nothing of it by itself; undefined: it was waited for in vain. */
  goneAfterMs: number | undefined;
  /** What was done with a page that did not, until it showed nothing of it. */
  acts: Act[];
}

export interface EndingsElsewhereEvidence {
  trials: EndingTrial[];
  /** What could not be tried, in words. */
  untried?: string[];
}

export const endingsElsewhereReachThePage: Check<EndingsElsewhereEvidence> = {
  title: 'a session that is ended elsewhere leaves the screen',
  severity: 'normal',
  standards: [STANDARDS.asvs1431, STANDARDS.asvs743, STANDARDS.asvs752],
  cause:
    'The page heeds the end of its session in one place only, such as its own sign-out or a message that is refused: elsewhere it goes on showing what it has loaded when the server says that the session is over.',
  consequence:
    'Who has lost a computer, or left it somewhere, ends its session from another one and believes that nothing is to be seen there any more; whoever sits before it reads on, and goes from conversation to conversation as far as the page has loaded them.',
  fix: 'Treat the first answer that says that the session is over, to whatever request, as its end: drop all state and go to the sign-in page, in one place through which all requests go. Better, push the end to open pages, so that they leave at once.',
  judge: ({ trials, untried = [] }) => {
    const flaws: Observation[] = [];
    const unresolved: string[] = [];
    const advice: Observation[] = untried.map((summary) => ({ summary }));
    let looked = false;
    for (const trial of trials) {
      const { ending, shownBefore, before, after, control, goneAfterMs, acts } = trial;
      const when = `after ${ENDINGS_ELSEWHERE[ending]}`;
      const doubts = [
        ...(shownBefore ? [] : ['the page had not shown the conversation']),
        ...(before.reached ? [] : ['the session had not opened the conversation before']),
        ...(control.reached ? [] : ['no other session of hers opened the conversation']),
        ...(after.unanswered === undefined ? [] : ['whether the session was over is not known']),
      ];
      if (doubts.length > 0) {
        unresolved.push(...doubts.map((doubt) => `${when}: ${doubt}`));
        continue;
      }
      if (after.reached) {
        advice.push({
          summary: `${when} the session went on, which is for other checks to judge: what its page does was not looked at`,
        });
        continue;
      }
      looked = true;
      if (goneAfterMs !== undefined) continue;
      const found = acts.filter(({ heard, shown }) => shown && heard !== 'nothing');
      flaws.push(...found.map((act) => stayed(when, act)));
      if (found.length > 0) continue;
      const last = acts.at(-1);
      if (last?.shown === false) {
        advice.push({
          summary: `${when} the page left the conversation on the screen until ${ACTS[last.act]}`,
        });
      } else {
        unresolved.push(
          `${when} the page still showed the conversation, and was not seen to ask the server for anything`,
        );
      }
    }
    return judgement({ flaws, advice, unresolved, looked: looked || unresolved.length > 0 });
  },
};

function stayed(when: string, { act, heard }: Act): Observation {
  const answer =
    heard === 'refused'
      ? 'the server refused it something'
      : 'the server answered what had been said';
  return {
    summary: `${when} the page still showed the conversation when ${ACTS[act]} and ${answer}`,
    facts: { 'the session': 'opens nothing any more' },
  };
}
