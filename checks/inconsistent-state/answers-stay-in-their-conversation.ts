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

/** An answer in the first conversation that was stopped, or asked for once more. */
export interface HandledAnswer {
  /** As in sentences: `an answer that was stopped`. */
  what: string;
  /** Where anything of it stands that belongs there not, as in sentences: `in the other conversation`. */
  stray: { view: View; where: string }[];
  /** Why its standing nowhere else proves nothing, in words. */
  unknown?: string;
  /** On what it stands whole, although it was stopped. */
  whole?: View[];
}

/** Two conversations of one person, between which she goes back and forth while answers are awaited. */
export interface PlacementEvidence {
  placements: Placement[];
  handled: HandledAnswer[];
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
    'What comes in is written into “the present conversation”, a variable of the page or a field of the session, in place of the one that was named when the question was sent; or what is left of a stopped answer is read as a part of the next one.',
  consequence:
    'Private words of one conversation stand in another, are shared with it, and become context of its next answers; where they belong they are missing.',
  fix: 'Carry the conversation’s identifier with every question and every piece of its answer, in page and server, and write by that identifier alone. Where an answer is stopped, stop the model too, or drop what it still says.',
  judge: ({ placements, handled, apart, untried = [] }) => {
    const unresolved: string[] = [];
    const advice: Observation[] = untried.map((summary) => ({ summary }));
    if (!apart) {
      unresolved.push(
        'the words of the two conversations could not be told apart on the screen before anything was tried',
      );
      return judgement({ advice, unresolved, looked: true });
    }
    const flaws: Observation[] = placements.flatMap(({ what, stray }) =>
      stray.map((view) => ({
        summary: `${what} stood in the other conversation`,
        facts: { 'seen on': VIEWS[view] },
      })),
    );
    for (const { what, stray, unknown, whole = [] } of handled) {
      for (const { view, where } of stray) {
        flaws.push({ summary: `${what} stood ${where}`, facts: { 'seen on': VIEWS[view] } });
      }
      if (stray.length > 0) continue;
      if (unknown !== undefined) advice.push({ summary: `${what}: ${unknown}` });
      for (const view of whole)
        advice.push({ summary: `${what} stands whole on ${VIEWS[view]} all the same` });
    }
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
