import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';
import type { ConversationView } from './nothing-is-lost-or-doubled.ts';
import { ownMessages } from './own-messages.ts';

/** A message that one of two devices sent while the other one did, too. */
export interface AtOnce {
  /** Its marker. */
  word: string;
  /** As in sentences: `the second device`. */
  by: string;
  /** Whether the person would know that it was not sent; see `Sending`. */
  told: boolean | 'unclear';
}

/** One message of each device, on their way to the server together. */
export interface Round {
  /** Both were on their way at one moment. */
  met: boolean;
  messages: AtOnce[];
}

/** One conversation, open on two devices of one person. */
export interface DevicesEvidence {
  /** One after the other: each was complete before the next one began. */
  rounds: Round[];
  /** Markers of what was said in peace, before the first round and after the last: the control. */
  calm: [string, string];
  /** What each device shows of it afterwards, loaded anew. */
  views: ConversationView[];
}

export const devicesAgreeOnWhatWasSaid: Check<DevicesEvidence> = {
  title: 'what two devices say at once is kept, once and in one order',
  severity: 'normal',
  standards: [STANDARDS.asvs233],
  cause:
    'Each request reads the conversation, waits for the answer, and writes the whole of it back: who writes last wins, and takes away what came in meanwhile. Or the order goes by the clocks of devices.',
  consequence:
    'What a person said on one device is gone, with its answer, although she saw both there; or her devices tell two stories of what was said.',
  fix: 'Add each message by itself, as a row of its own, in an order that the server gives; or write with a version that must still be the present one. Where one answer at a time is wanted, refuse the second message openly, on the server, for all sessions of the person.',
  judge: ({ rounds, calm, views }) => {
    const flaws: Observation[] = [];
    const unresolved: string[] = [];
    const met = rounds.filter((round) => round.met);
    if (met.length === 0) {
      unresolved.push('no two messages could be brought on their way at one moment');
    }
    const orders: string[][] = [];
    for (const { on, found, aside = [] } of views) {
      const own = ownMessages(found, calm);
      if (typeof own === 'string') {
        unresolved.push(`on ${on}: ${own}`);
        continue;
      }
      for (const message of rounds.flatMap(({ messages }) => messages)) {
        const times = own.count(message.word);
        // Products that keep versions side by side show one of them, and lead to the others.
        if (times === 0 && aside.includes(message.word)) continue;
        const kept = judgeMessage(message, times, on);
        flaws.push(...kept.flaws);
        unresolved.push(...kept.unresolved);
      }
      const turns = [[calm[0]], ...rounds.map(wordsOf), [calm[1]]];
      const known = turns.flat();
      const order = own.order.filter((word) => known.includes(word));
      orders.push(order);
      const turnOf = (word: string): number => turns.findIndex((turn) => turn.includes(word));
      const inTurn = order.toSorted((a, b) => turnOf(a) - turnOf(b));
      if (order.join() !== inTurn.join()) {
        flaws.push({
          summary: 'a message stood before what had been said and answered earlier',
          facts: { 'seen on': on },
        });
      }
    }
    if (new Set(orders.map((order) => order.join())).size > 1) {
      flaws.push({
        summary: 'the devices show what was said in different orders, or not the same',
      });
    }
    return judgement({ flaws, unresolved, looked: met.length > 0 && views.length > 1 });
  },
};

const wordsOf = ({ messages }: Round): string[] => messages.map(({ word }) => word);

function judgeMessage(
  { by, told }: AtOnce,
  times: number,
  on: string,
): { flaws: Observation[]; unresolved: string[] } {
  const facts = { 'seen on': on, 'stands there': `${times} times` };
  if (times > 1) {
    const summary = `what ${by} said while the other one spoke, too, stood there ${times} times`;
    return { flaws: [{ summary, facts }], unresolved: [] };
  }
  if (times === 1 || told === true) return { flaws: [], unresolved: [] };
  const lost = `what ${by} said while the other one spoke, too, was lost`;
  if (told === 'unclear') {
    return { flaws: [], unresolved: [`${lost}, and whether its page said so cannot be told`] };
  }
  return { flaws: [{ summary: `${lost}, and the person was not told`, facts }], unresolved: [] };
}
