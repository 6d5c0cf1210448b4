import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import type { Probe } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import { CLEARLY_WITHIN, type Lifetime, mayBeOverByAge } from './judge-age.ts';

/** A person who chats for longer than the idle limit, never pausing for so long. */
export interface InUseEvidence extends Lifetime {
  /** Seconds; the policy's limit. */
  limitSeconds: number;
  /** Seconds from the control at the beginning to the last thing that she said, or tried to say. */
  usedForSeconds: number;
  /** Seconds; the longest time between two things that she said. */
  longestPauseSeconds: number;
  /** What was said after the beginning, in messages. */
  said: number;
  /** Why she could not go on, in words. */
  brokenOff?: string;
  /** Reads of the conversation with the session's own credentials, at the beginning and at the end. */
  before: Probe;
  after: Probe;
}

export const sessionInUseIsNotCutOff: Check<InUseEvidence> = {
  title: 'a session that is in use is not cut off by the idle limit',
  severity: 'minor',
  standards: [STANDARDS.nist52, STANDARDS.wcag221],
  cause:
    'The limit runs from the sign-in, or only views of pages move it: messages, streams and sockets, which are what a chat is used by, do not count as use.',
  consequence:
    'People are thrown out in mid-conversation and lose what they were writing; the limit is then raised or switched off for everybody.',
  fix: 'Move the time of the last use with everything that a person does: messages that are sent over whatever channel, and signs of life while she types.',
  judge: (evidence) => {
    const { limitSeconds, usedForSeconds, longestPauseSeconds, said, before, after } = evidence;
    const unresolved: string[] = [];
    if (!before.reached) unresolved.push('the session was over before it was put to use');
    // A session that lived on through a long pause was in use all the more.
    if (!after.reached && longestPauseSeconds > limitSeconds * CLEARLY_WITHIN) {
      unresolved.push(
        `there was a pause of ${longestPauseSeconds.toFixed(1)} s, too near to the limit of ${limitSeconds} s: this machine is too slow for it`,
      );
    }
    if (after.unanswered !== undefined) {
      unresolved.push(`the read at the end got no answer to judge: ${after.unanswered}`);
    }
    if (!after.reached && mayBeOverByAge(evidence)) {
      unresolved.push(
        `the session had come to its absolute limit of ${evidence.absoluteSeconds} s before it had been used for clearly longer than its idle limit; state a longer one for this check`,
      );
    }
    if (unresolved.length > 0) return judgement({ unresolved, looked: true });
    if (!after.reached) {
      const summary = `after ${usedForSeconds.toFixed(1)} s of chatting (limit ${limitSeconds} s, longest pause ${longestPauseSeconds.toFixed(1)} s) the session no longer opened the conversation`;
      const facts = {
        messages: String(said),
        ...(evidence.brokenOff && { page: evidence.brokenOff }),
      };
      return judgement({ flaws: [{ summary, facts }], looked: true });
    }
    if (evidence.brokenOff !== undefined) unresolved.push(evidence.brokenOff);
    else if (usedForSeconds <= limitSeconds) {
      unresolved.push(
        `the session was used for ${usedForSeconds.toFixed(1)} s, no longer than its limit of ${limitSeconds} s`,
      );
    }
    return judgement({ unresolved, looked: true });
  },
};
