import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';

/** Words that came to somebody who has no business with them. */
export interface Crossing {
  /** As in sentences: `Alice’s`. */
  whose: string;
  /** As in sentences: `Bob`. */
  reached: string;
  /** Where they were found, for example `the answer to POST /api/messages` or `the page /c/12`. */
  where: string;
}

/** Sessions without a page, which sent what the pages had been seen to send, with credentials, conversations and words of their own. */
export interface CrowdThroughApi {
  /** How many were to take part. */
  asked: number;
  /** How many spoke at once with others. */
  joined: number;
  /** Why not all of them; missing: all did. */
  missing?: string;
  messages: number;
  /** Answers that were hung up on before they were complete. */
  abandoned: number;
  /** Messages that were being answered at the same moment, at most. */
  mostAtOnce: number;
  /** Words of a last message that could not be read back; a count. */
  lost: number;
}

/** Several people in several conversations each, all of whom speak at once, round after round. */
export interface CrowdEvidence {
  people: number;
  conversations: number;
  /** Said while others were being answered. */
  messages: number;
  /** Pages that were loaded anew while they were being answered. */
  abandoned: number;
  /** Rounds in which at least two people were being answered at the same moment. */
  overlaps: number;
  /** Each conversation showed an answer to what was said in it when nobody else spoke: the control of every look. */
  answered: boolean;
  /** Seen before anybody spoke at once. */
  oneAfterTheOther: Crossing[];
  atOnce: Crossing[];
  /** Words of a message that nobody abandoned, and that stands nowhere in its conversation; a count. */
  lost: number;
  /** Missing where no further sessions were asked for. */
  throughApi?: CrowdThroughApi;
}

export const peopleWhoChatAtOnceStayApart: Check<CrowdEvidence> = {
  title: 'people who chat at once see nothing of each other',
  severity: 'critical',
  standards: [STANDARDS.asvs1541, STANDARDS.asvs822, STANDARDS.cwe488],
  cause:
    'Something that belongs to one request is kept where all requests share it: a field of a service, a module’s variable, a cache without the person in its key, or a pooled connection that is given back while an abandoned answer is still in it.',
  consequence:
    'Under load people read answers to the questions of others. It needs no attacker and leaves no trace in a log: in March 2023 abandoned requests gave users of ChatGPT the titles and payment data of others.',
  fix: 'Keep all that belongs to a request in its own scope (arguments, or an async-local store), put the person into the key of every cache, and close a connection whose answer was not read to its end instead of giving it back to the pool.',
  judge: (evidence) => {
    const { messages, abandoned, overlaps, answered, oneAfterTheOther, atOnce, throughApi } =
      evidence;
    const lost = evidence.lost + (throughApi?.lost ?? 0);
    const said = messages + (throughApi?.messages ?? 0);
    const flaws = [
      ...observations(oneAfterTheOther, 'although nobody else was speaking'),
      ...observations(atOnce, 'while several people were speaking'),
    ];
    const unresolved: string[] = [];
    if (!answered) {
      unresolved.push(
        'before anybody spoke at once, a conversation did not show both what was said in it and the answer that repeats it; if the bot never does, put “echo” under lacks in the profile',
      );
    }
    if (overlaps === 0) {
      unresolved.push('no two people were ever being answered at the same moment');
    }
    if (throughApi) unresolved.push(...doubtsOf(throughApi));
    const advice =
      lost > 0
        ? [{ summary: `${lost} of ${said} messages said at once stand nowhere afterwards` }]
        : [];
    return {
      ...judgement({ flaws, unresolved, advice, looked: messages > 0 }),
      measured: [
        {
          summary: `${evidence.people} people in ${evidence.conversations} conversations: ${messages} messages at once, ${abandoned} of them abandoned while they were answered, ${atOnce.length} crossings`,
        },
        ...(throughApi ? [{ summary: summaryOf(throughApi) }] : []),
      ],
    };
  },
};

/** Who asked for a crowd and got none has not had it tried; a smaller one is told. */
function doubtsOf({ asked, joined, missing, mostAtOnce }: CrowdThroughApi): string[] {
  if (joined < Math.min(2, asked)) {
    return [
      `of ${asked} further sessions, without a page, ${joined} took part (${missing ?? 'nobody knows why'}); where that cannot be mended, leave crowd.sessions out of the profile`,
    ];
  }
  if (mostAtOnce >= Math.min(2, asked)) return [];
  return ['no two of the sessions without a page were ever being answered at the same moment'];
}

function summaryOf(crowd: CrowdThroughApi): string {
  const { asked, joined, missing, messages, abandoned, mostAtOnce } = crowd;
  const why = missing === undefined ? '' : ` (not more, since: ${missing})`;
  return `${joined} of ${asked} further sessions, without a page, took part${why}: ${messages} messages at once, up to ${mostAtOnce} of them answered at the same moment, ${abandoned} abandoned while they were answered`;
}

function observations(crossings: readonly Crossing[], when: string): { summary: string }[] {
  const sentences = crossings.map(
    ({ whose, reached, where }) => `${whose} words reached ${reached} in ${where}, ${when}`,
  );
  return [...new Set(sentences)].map((summary) => ({ summary }));
}
