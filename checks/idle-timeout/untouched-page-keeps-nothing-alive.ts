import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import { type Age, aged, judgePastLimit } from './judge-age.ts';

/** Replays of a session’s credentials after its page stayed open, and nobody touched it, for longer than the limit. */
export interface UntouchedPageEvidence extends Age {
  attacks: ControlledAttack[];
  /** Requests that the page made by itself meanwhile. */
  askedMeanwhile: number;
}

export const untouchedPageKeepsNothingAlive: Check<UntouchedPageEvidence> = {
  title: 'an open page that nobody touches keeps no session alive',
  severity: 'normal',
  standards: [STANDARDS.asvs731, STANDARDS.wstgSess07, STANDARDS.nist52],
  cause:
    'What the page does by itself counts as use: polling, heartbeats, the renewal of tokens, or a live connection that is merely open.',
  consequence:
    'A chat that was left open in a tab, as chats are, never times out: whoever sits down at that computer, or holds a copy of the credential, has the conversations for as long as the tab is there.',
  fix: 'Let only what a person does move the limit: mark what the page does by itself, and leave the time of the last use alone when it comes in; end open connections when the limit is reached.',
  judge: (evidence) => {
    const { askedMeanwhile } = evidence;
    const asked =
      askedMeanwhile === 0
        ? 'which asked for nothing meanwhile'
        : `which made ${askedMeanwhile} request${askedMeanwhile === 1 ? '' : 's'} by itself`;
    return judgePastLimit(
      evidence,
      judgeAttacks(
        evidence.attacks,
        ({ name }) =>
          `${aged(evidence)} at an open page, ${asked}, the conversation was still opened by ${name}`,
      ),
    );
  },
};
