import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import type { Probe } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** A page of another site that opened the chat, and what came of what it posted there. */
export interface MessageTrial {
  /** Its origin. */
  origin: string;
  /** Whether the page that it opened showed the signed-in person’s conversation. */
  shown: boolean;
  /** How many of its messages arrived there; `cut off`: the browser gave it no hold of the page. */
  arrived: number | 'cut off';
  /** What the page sent to the product of a message, as method and path, or where it was found later. */
  written: string[];
  /** What it was told that is none of its business, such as `what was said`. */
  told: string[];
  /** Why there is nothing to judge. */
  unanswered?: string;
}

export interface MessagesEvidence {
  /** How many listeners for messages the product's page has. */
  listeners: number;
  /** How many messages were made up, for each page. */
  made: number;
  /** What came of the same messages where the product's own page posted them. */
  own: { arrived: number; written: string[] };
  /** The owner's own look, before and after all: at the address in a tab of her own, where there is one. */
  before: Probe;
  after: Probe;
  trials: MessageTrial[];
}

export const messagesOfOtherSitesAreIgnored: Check<MessagesEvidence> = {
  title: 'messages from another site change and read no conversation',
  severity: 'critical',
  standards: [STANDARDS.asvs355, STANDARDS.wstgClnt11, STANDARDS.cwe346],
  cause:
    'A listener for `message` events takes what comes without looking at `event.origin`, or compares only a part of it (`endsWith`, `startsWith`, `indexOf`); or the page posts to its opener or parent with the target origin `*`.',
  consequence:
    'A page that a signed-in person visits opens the chat in a window, writes in her conversations as herself, or is told what they say.',
  fix: 'Compare `event.origin` with a fixed list, as a whole, and check the form of `event.data`. Post with the exact target origin, never `*`. Send `Cross-Origin-Opener-Policy: same-origin`, so that whoever opened the page has no hold of it.',
  judge: ({ listeners, made, own, before, after, trials }) => {
    const flaws = trials.flatMap(flawsOf);
    const unresolved = trials.flatMap(reasonsOf);
    for (const { reached, label } of [before, after]) {
      if (!reached) unresolved.push(`${label} did not return the conversation`);
    }
    if (own.arrived === 0) unresolved.push('no message arrived, not even one of the page’s own');
    const advice = trials
      .filter(({ shown, unanswered }) => !shown && unanswered === undefined)
      .map(({ origin }) => ({
        summary: `in the window that a page at ${origin} opens nobody is signed in; that is owed to the cookie (SameSite=Strict) or the browser alone`,
      }));
    const measured = [
      { summary: measure(listeners, made, own) },
      ...trials
        .filter(({ arrived }) => arrived === 'cut off')
        .map(({ origin }) => ({
          summary: `the browser gives a page at ${origin} no hold of the chat that it opens (Cross-Origin-Opener-Policy)`,
        })),
    ];
    return { ...judgement({ flaws, advice, unresolved, looked: trials.length > 0 }), measured };
  },
};

function flawsOf({ origin, written, told }: MessageTrial): Observation[] {
  const flaws: Observation[] = [];
  if (written.length > 0) {
    flaws.push({
      summary: `a message that a page at ${origin} posted to the chat was taken for the person’s own`,
      facts: { 'what came of it': written.join(', ') },
    });
  }
  if (told.length > 0) {
    flaws.push({
      summary: `the chat posted ${told.join(' and ')} to a page at ${origin} that had opened it`,
    });
  }
  return flaws;
}

function reasonsOf({ origin, shown, arrived, unanswered }: MessageTrial): string[] {
  const at = `a page at ${origin}`;
  if (unanswered !== undefined) return [`${at}: ${unanswered}`];
  return shown && arrived === 0
    ? [`no message of ${at} arrived in the chat that it had opened`]
    : [];
}

function measure(listeners: number, made: number, own: MessagesEvidence['own']): string {
  const heard =
    listeners === 0
      ? 'the page listens to no messages'
      : `the page has ${listeners} ${listeners === 1 ? 'listener' : 'listeners'} for messages`;
  const effect =
    own.written.length > 0
      ? 'of the same, posted by the product’s own page, one was taken'
      : 'none of the same was taken where the product’s own page posted it';
  return `${heard}; ${made} were made up of the words in its scripts; ${effect}`;
}
