import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import { CLEARLY_WITHIN, span } from './judge-age.ts';

/** A page that signs its person out by its own clock, which was moved forward while she was away. */
export interface WarnedEvidence {
  /** Seconds by which the clock was ahead when the page signed her out. */
  outAfterSeconds: number;
  /** Seconds between the last looks at the page before: a warning that was shorter was not seen. */
  lookedEverySeconds: number;
  /** Left out where nothing warned her. */
  warning?: {
    /** Seconds by which the clock was ahead when it was first seen. */
    afterSeconds: number;
    /** Its words, as the page shows them. */
    text: string;
    /** How she answered that she is there. */
    answeredBy: string;
    /** Seconds by which the clock was ahead when she had answered and was looked for once more. */
    lookedAfterSeconds: number;
    /** Whether she was signed in still. */
    stayed: boolean;
  };
  /** Seconds that the looks really took, each time without a request of hers: for the server she was away so long. */
  tookSeconds: number;
  /** Seconds; the policy's idle limit, where one is stated: the server ends the session then, whatever the page does. */
  limitSeconds?: number;
}

export const idlePageWarnsFirst: Check<WarnedEvidence> = {
  title: 'an idle page warns before it signs the person out, and lets her stay',
  severity: 'minor',
  standards: [STANDARDS.wcag221],
  cause:
    'The timer of the page goes straight to the sign-out, or the answer to its warning closes the warning and moves no limit.',
  consequence:
    'Who reads, thinks or needs longer than others to write is signed out without a word, and what stood in the box is gone. Limits that people suffer from are raised or switched off, for everybody.',
  fix: 'Ask at least 20 seconds before the limit whether the person is still there, in a dialog that screen readers announce; on a simple answer ask the server for more time, and restart the timer when it has agreed.',
  judge: (evidence) => {
    const { outAfterSeconds, lookedEverySeconds, warning, tookSeconds, limitSeconds } = evidence;
    if (limitSeconds !== undefined && tookSeconds > limitSeconds * CLEARLY_WITHIN) {
      const slow = `the page was watched for ${span(tookSeconds)}, too near to the limit of ${span(limitSeconds)} on the server: this machine is too slow to tell which of the two signed the person out`;
      return judgement({ unresolved: [slow], looked: true });
    }
    if (!warning) {
      const summary = `the page signed an idle person out when its clock had been moved forward by ${span(outAfterSeconds)}, and nothing had warned her`;
      const facts = { 'looked at': `every ${span(lookedEverySeconds)} of its clock` };
      return judgement({ flaws: [{ summary, facts }], looked: true });
    }
    const { afterSeconds, text, answeredBy, lookedAfterSeconds, stayed } = warning;
    const facts = { warning: text, answer: answeredBy };
    if (!stayed) {
      const summary = `the page warned an idle person after ${span(afterSeconds)}; she answered that she is there, and was signed out all the same by ${span(lookedAfterSeconds)}`;
      return judgement({ flaws: [{ summary, facts }], looked: true });
    }
    const summary = `warned after ${span(afterSeconds)}, signed out after ${span(outAfterSeconds)} without an answer, and signed in after ${span(lookedAfterSeconds)} with one`;
    return judgement({ advice: [{ summary, facts }], looked: true });
  },
};
