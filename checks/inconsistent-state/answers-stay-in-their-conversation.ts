import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** Where one looks for what was said. */
export const VIEWS = {
  page: 'the page in which it was said',
  device: 'another device',
} as const satisfies Record<string, string>;
export type View = keyof typeof VIEWS;

/** Something said, or answered, while the person went from one of her conversations to another. */
export interface Placement {
  /** As in sentences: `an answer that had not begun when she went`. */
  what: string;
  /** It was still to come, or being written, when the other conversation had come up. */
  underWay: boolean;
  /** Where the whole of it stands in its own conversation. */
  own: View[];
  /** Where anything of it stands in the other one. */
  stray: View[];
}

/** Two conversations of one person, between which she goes back and forth while answers are awaited. */
export interface PlacementEvidence {
  placements: Placement[];
  /** Before all that, each conversation showed its own words and none of the other’s: the control of every look. */
  apart: boolean;
  /** What could not be tried, in words. */
  untried?: string[];
}

export const answersStayInTheirConversation: Check<PlacementEvidence> = {
  title: 'an answer lands in the conversation that it answers',
  severity: 'critical',
  standards: [STANDARDS.asvs233],
  cause:
    'What comes in is written into “the present conversation”, a variable of the page or a field of the session, in place of the one that was named when the question was sent.',
  consequence:
    'Private words of one conversation stand in another, are shared with it, and become context of its next answers; where they belong they are missing.',
  fix: 'Carry the conversation’s identifier with every question and every piece of its answer, in page and server, and write by that identifier alone.',
  judge: ({ placements, apart, untried = [] }) => {
    const unresolved: string[] = [];
    const advice: Observation[] = untried.map((summary) => ({ summary }));
    if (!apart) {
      unresolved.push(
        'the words of the two conversations could not be told apart on the screen before anything was tried',
      );
      return judgement({ advice, unresolved, looked: true });
    }
    const flaws = placements.flatMap(({ what, stray }) =>
      stray.map((view) => ({
        summary: `${what} stood in the other conversation`,
        facts: { 'seen on': VIEWS[view] },
      })),
    );
    for (const { what, underWay, own, stray } of placements) {
      if (stray.length > 0) continue;
      if (!underWay)
        advice.push({
          summary: `${what} was complete before she had gone: nothing is known of it`,
        });
      else if (own.length === 0)
        advice.push({ summary: `${what} was given up: it stands nowhere` });
      else if (!own.includes('page'))
        advice.push({
          summary: `${what} is missing on the page that asked, and stands there on another device`,
        });
    }
    const arrived = placements.some(({ underWay, own }) => underWay && own.includes('device'));
    if (!arrived)
      unresolved.push(
        'nothing that was under way when the person went to the other conversation arrived anywhere',
      );
    return judgement({ flaws, advice, unresolved, looked: placements.length > 0 });
  },
};
