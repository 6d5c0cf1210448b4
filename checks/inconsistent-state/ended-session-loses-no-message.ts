import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { AccountLook } from './old-tabs-write-into-nobodys-account.ts';

export type Afterwards =
  'in the box' | 'as if it were sent' | 'nothing' | 'nothing, but a way to sign in';

/**
 * A person writes in a conversation, her session ends without her doing, and she sends; then she signs in again in the
 * same tab. What other devices see is read in her account.
 */
export interface EndedSessionEvidence {
  /** The control: a message that she sent in the same way before was found there afterwards. */
  calm: AccountLook;
  /** Her words stood in the box when she sent them; false: the page had taken the box away by itself. */
  pressed: boolean;
  /** The request with the words, and its answer, for example `POST /api/messages: 401`; undefined: none was seen. */
  request?: string;
  /** What was left of them on the page then. */
  afterwards: Afterwards;
  /** They were in her account before she signed in again. */
  takenAtOnce: boolean;
  /** She was signed in again in the tab, and the conversation stood there. */
  backIn: boolean;
  /** They stood in a box again when she was. */
  backInTheBox: boolean;
  /** Where they were found in her account in the end. */
  found?: string;
  /** Whether the page said that they were not sent, before or after she signed in; `unclear`: it said something about messages. */
  told: boolean | 'unclear';
}

export const endedSessionLosesNoMessage: Check<EndedSessionEvidence> = {
  title: 'a message that meets the end of its session is not lost silently',
  severity: 'normal',
  standards: [STANDARDS.asvs233, STANDARDS.wcag225],
  cause:
    'The box is emptied before the server has answered, and a refusal for want of a session is swallowed, or left to another part of the page.',
  consequence:
    'What a person wrote, for minutes perhaps, is gone, and nothing says that nobody received it; or she goes on believing that she has said it.',
  fix: 'Keep what was not taken, in memory and for the same person alone, when a session ends that she did not end herself; put it back into its box when she has signed in again, and say that it was not sent.',
  judge: (evidence) => {
    const { calm, pressed, takenAtOnce, backIn, told, request, afterwards } = evidence;
    const unresolved: string[] = [];
    if (!calm.seesOwn) unresolved.push('what was said before was not found in her account either');
    if (takenAtOnce) {
      unresolved.push(
        'the message was taken before she had signed in again: the credentials that were taken away are not what the page sends by',
      );
    }
    if (unresolved.length > 0) return judgement({ unresolved, looked: true });
    // Words that stand in the box were seen not to be sent, and can be copied from there.
    if (afterwards === 'in the box' || isKept(evidence)) return judgement({ looked: true });

    const facts = {
      ...(request === undefined ? {} : { request }),
      'left on the page': afterwards,
    };
    // Who is asked to sign in when she sends sees that it did not go, whatever became of the words.
    if (afterwards === 'nothing, but a way to sign in') {
      return judgement({ advice: [{ summary: DROPPED, facts }], looked: true });
    }
    if (!backIn) {
      unresolved.push(
        'she could not be signed in again in that tab: what it would show then is not known',
      );
    } else if (told === 'unclear') {
      unresolved.push('the message was lost, and whether the page said so cannot be told');
    }
    if (unresolved.length > 0) return judgement({ unresolved, looked: true });
    if (!pressed) {
      const summary =
        'the page went away by itself before anything could be sent, and what had been typed was lost (WCAG 2.2 SC 2.2.5)';
      return judgement({ advice: [{ summary, facts }], looked: true });
    }
    return judgement({ flaws: [{ summary: LOST[afterwards], facts }], looked: true });
  },
};

const LOST = {
  'as if it were sent':
    'the session had ended, the page showed the message as if it were sent, and it is nowhere in her account',
  nothing: 'the session had ended, and the message vanished without a word',
} as const;

const DROPPED =
  'the session had ended, the page asked to sign in when the message was sent, and dropped it: it is good to keep it for her (WCAG 2.2 SC 2.2.5)';

function isKept({ backInTheBox, found, told }: EndedSessionEvidence): boolean {
  return backInTheBox || found !== undefined || told === true;
}
