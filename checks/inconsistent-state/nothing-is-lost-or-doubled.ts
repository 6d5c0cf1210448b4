import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';
import { type Occurrence, ownMessages } from './own-messages.ts';

/** A message that was sent in haste, or under a difficulty. */
export interface Sending {
  /** As in sentences: `Enter was pressed twice at once`. */
  how: string;
  /** Its marker. */
  word: string;
  /** The difficulty came about. */
  met: boolean;
  /**
   * Whether the person would know that it was not sent: its words stayed in the box, or the page said so; `unclear`: the
   * page said something else that was new.
   */
  told: boolean | 'unclear';
}

/** What one place shows of the whole conversation afterwards. */
export interface ConversationView {
  /** As in sentences: `the page, loaded anew`. */
  on: string;
  found: Occurrence[];
  /** Words that stand in another version of it, one that the page lets people leaf to. */
  aside?: string[];
}

export interface SendingEvidence {
  sendings: Sending[];
  /** Markers of all messages in the order in which they were sent. */
  sent: string[];
  /** Those among them that were sent in peace, first and last: the control, which must stand there once. */
  calm: string[];
  views: ConversationView[];
  /** What could not be tried, in words. */
  untried?: string[];
}

export const nothingIsLostOrDoubled: Check<SendingEvidence> = {
  title: 'a message is neither lost nor doubled',
  severity: 'normal',
  standards: [STANDARDS.asvs233],
  cause:
    'The box stays as it is until the server has answered, and the server cannot tell a message that comes twice from two; the page sends again what failed on the way back; or it forgets what it could not deliver.',
  consequence:
    'What a person said once stands there twice, is answered and charged twice and changes what the bot goes on from; or she believes that she has said what nobody received.',
  fix: 'Give each message an identifier in the page and let the server take it once; empty the box at once, and keep what was not taken, with a word about it and a way to send it again.',
  judge: ({ sendings, sent, calm, views, untried = [] }) => {
    const flaws: Observation[] = [];
    const unresolved: string[] = [];
    for (const { how, met } of sendings) {
      if (!met) unresolved.push(`${how}: that did not come about`);
    }
    for (const { on, found } of views) {
      const own = ownMessages(found, calm);
      if (typeof own === 'string') {
        unresolved.push(`on ${on}: ${own}`);
        continue;
      }
      for (const { how, word, told } of sendings) {
        const times = own.count(word);
        const facts = { 'seen on': on, 'stands there': `${times} times` };
        if (times > 1)
          flaws.push({ summary: `${how}: the message stood there ${times} times`, facts });
        if (times > 0 || told === true) continue;
        if (told === false) {
          flaws.push({
            summary: `${how}: the message was lost, and the person was not told`,
            facts,
          });
        } else {
          unresolved.push(
            `${how}: the message was lost, and whether the page said so cannot be told`,
          );
        }
      }
      const order = own.order.filter((word) => sent.includes(word));
      const wanted = sent.filter((word) => order.includes(word));
      if (order.join() !== wanted.join()) {
        flaws.push({
          summary: 'the messages stood there in another order than they were sent in',
          facts: { 'seen on': on },
        });
      }
    }
    const advice = untried.map((summary) => ({ summary }));
    return judgement({
      flaws,
      advice,
      unresolved,
      looked: sendings.length > 0 && views.length > 0,
    });
  },
};
