import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { limitOf, span, type Held } from '../idle-timeout/judge-age.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** What a sign-in form offers to those who want to stay signed in. */
export interface StayOffer {
  /** Such as `Keep me signed in`. */
  label: string;
  tickedByDefault: boolean;
}

/** A cookie among the credentials, and how long its `Set-Cookie` header asks the browser to keep it. */
export interface KeptCookie {
  name: string;
  /** Undefined: until the browser closes. */
  lifetimeSeconds?: number;
}

/** What became of a session when its browser was closed and started anew with the same profile. */
export interface Reopening {
  /** The control: before that, the page showed the conversation. */
  shownBefore: boolean;
  /** Then its address was opened, and the page showed it. */
  shown: boolean;
  /** Why nothing can be said of what the page showed then. */
  unanswered?: string;
  /** What was not closed with the browser, as in sentences: `the cookie sid`. */
  kept: string[];
  cookies: KeptCookie[];
}

/** A person signs in without asking to stay signed in, closes her browser, and opens it again; then with asking, if she can. */
export interface StayEvidence {
  /** Undefined: the form has no such box. */
  offer?: StayOffer;
  unasked: Reopening & {
    /** Whether the credentials from before the closing opened the conversation still, when it had been looked for. */
    aliveAfter: boolean;
    /** Seconds from the last use of the session to that. */
    unusedForSeconds: number;
    /** The control: she signed in in the reopened browser, and the page showed the conversation. Absent where it did by itself. */
    shownAgain?: boolean;
    /** It is shown in a browser, too, in which nobody ever signed in. */
    shownToAnybody?: boolean;
  };
  /** Absent where the form has no box, or the session had survived without. */
  asked?: Reopening;
  /** The policy's idle limit, where one is stated. */
  idleSeconds?: number;
  /** How long at most a session may last that the person asked to keep. */
  remembered: Held;
}

/** What a product is held to that states no limit for those who asked; NIST SP 800-63B-4 §2.1.3, a SHOULD at AAL1. */
export const UNSTATED_REMEMBERED_LIMIT = {
  limitSeconds: 30 * 86_400,
  limitBy: 'NIST SP 800-63B-4 at AAL1',
} as const;

/** Headers are written in whole seconds, and some moments after the session began. */
const GRAIN = 60;
/** Seconds; where no idle limit is stated, there may be a short one all the same. */
const SHORTEST_IDLE = 20;

export const staysSignedInOnlyWhereAsked: Check<StayEvidence> = {
  title: 'a reopened browser is signed in only where the person asked for it',
  severity: 'normal',
  standards: [
    STANDARDS.asvs1431,
    STANDARDS.nist51,
    STANDARDS.nist213,
    STANDARDS.cheatSheetSession,
    STANDARDS.wstgAthn05,
  ],
  cause:
    'The cookie always gets `Max-Age` or `Expires`, or the token lies in local storage, whatever the box says; or the box decides on the server’s limit alone and nobody told the cookie. Where the form has no box, a library’s default keeps everybody.',
  consequence:
    'Who closes the browser at a shared computer takes the session for closed, and whoever opens it next is signed in as her.',
  fix: 'Write the session’s cookie without `Max-Age` and `Expires`, and keep tokens in memory, unless the person ticked a box for it that is unticked by default; give sessions that she asked to keep an end of their own, on the server and in the cookie.',
  judge: (evidence) => {
    const { offer, unasked } = evidence;
    const unresolved = doubts(evidence);
    if (!unasked.shown || unasked.shownToAnybody) {
      return judgement({ ...ofTheAsked(evidence), unresolved, looked: true });
    }
    if (offer) {
      const box = `“${offer.label}” was ${offer.tickedByDefault ? 'unticked, which it was not by default' : 'left unticked'}`;
      const summary = `${box}, and the browser was closed and opened again: it was signed in still, and showed the conversation`;
      return judgement({ flaws: [{ summary, facts: factsOf(unasked) }], looked: true });
    }
    return unoffered(evidence);
  },
};

/**
 * The standards say that session secrets should not outlive the browser (a SHOULD NOT of NIST, a recommendation of
 * OWASP), and no more: advice. That a session has an end is a SHALL, and 30 days are the longest that NIST suggests for any.
 */
function unoffered({ unasked, remembered }: StayEvidence) {
  const summary =
    'nobody asked to stay signed in, nor could: the sign-in form has no box for it. The browser was closed and opened again, was signed in still, and showed the conversation';
  const facts = factsOf(unasked);
  const longest = tooLong(unasked, remembered);
  if (longest.length === 0) {
    return judgement({ advice: [{ summary, facts }], looked: true });
  }
  const flaws = longest.map((lasting) => ({ summary: `${summary}; ${lasting}`, facts }));
  return { ...judgement({ flaws, looked: true }), severity: 'minor' as const };
}

/** What the session does that the person asked to keep. Its end is read from what its cookies claim: nobody waits for it. */
function ofTheAsked({ offer, asked, remembered }: StayEvidence): {
  flaws: Observation[];
  advice: Observation[];
} {
  const flaws: Observation[] = [];
  const advice: Observation[] = [];
  if (offer?.tickedByDefault) {
    advice.push({ summary: `“${offer.label}” is ticked by default: nobody asks by that` });
  }
  if (!offer || !asked) return { flaws, advice };
  const box = `“${offer.label}” was ticked`;
  if (!asked.shown) {
    const why = asked.unanswered ?? 'the reopened browser did not show the conversation';
    advice.push({ summary: `${box}, and that it keeps the session was not seen: ${why}` });
  }
  for (const lasting of tooLong(asked, remembered)) {
    const told = { summary: `${box}, and ${lasting}`, facts: factsOf(asked) };
    // What no policy states is a standard's SHOULD.
    (remembered.limitBy === undefined ? flaws : advice).push(told);
  }
  return { flaws, advice };
}

function tooLong({ cookies }: Reopening, limit: Held): string[] {
  return cookies.flatMap(({ name, lifetimeSeconds = 0 }) =>
    lifetimeSeconds > limit.limitSeconds + GRAIN
      ? [`the cookie ${name} asks to be kept for ${span(lifetimeSeconds)} (${limitOf(limit)})`]
      : [],
  );
}

/** A refusal counts only where the session was there to be kept, and the look finds what it looks for. */
function doubts({ unasked, idleSeconds }: StayEvidence): string[] {
  const { shownBefore, shown, unanswered, shownAgain, shownToAnybody } = unasked;
  const { aliveAfter, unusedForSeconds } = unasked;
  const clearlyWithin = (idleSeconds ?? SHORTEST_IDLE) / 2;
  if (shownToAnybody) {
    return ['the page is shown to whoever opens it: it does not tell who is signed in'];
  }
  if (shown) return [];
  const reasons: string[] = [];
  if (!shownBefore)
    reasons.push('before the browser was closed, its page did not show the conversation');
  if (unanswered !== undefined) reasons.push(`the reopened browser got no answer: ${unanswered}`);
  if (shownAgain !== true) {
    reasons.push(
      'signed in again in the reopened browser, its page did not show the conversation either',
    );
  }
  // A product may end a session when its page is closed; what an idle limit ended was not put to the test.
  if (!aliveAfter && unusedForSeconds > clearlyWithin) {
    reasons.push(
      `the session had ended on the server ${span(unusedForSeconds)} after its last use: whether it was the closing or an idle limit that ended it, nobody can tell`,
    );
  }
  return reasons;
}

function factsOf({ kept, cookies }: Reopening): Record<string, string> {
  const claims = cookies.map(({ name, lifetimeSeconds }) =>
    lifetimeSeconds === undefined
      ? `${name}: until the browser closes`
      : `${name}: ${span(lifetimeSeconds)}`,
  );
  return {
    'kept by the browser': kept.join(', ') || 'no credential that was found',
    ...(claims.length > 0 && { 'cookies ask to be kept': claims.join(', ') }),
  };
}
