import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import { type Age, aged, judgePastLimit } from './judge-age.ts';

/** Channels that were opened by a session which was then left alone, and what they are given past the limit. */
export interface IdleChannelEvidence extends Age {
  /** Each between what it was given while its session was fresh, and what another session's channel was given with it. */
  attacks: ControlledAttack[];
  /** Channels of which nothing can be seen, in words. */
  untried: readonly string[];
}

export const idleChannelsReceiveNothing: Check<IdleChannelEvidence> = {
  title: 'a live channel receives nothing after the idle limit',
  severity: 'normal',
  standards: [STANDARDS.asvs731, STANDARDS.asvs443, STANDARDS.wstgSess07],
  cause:
    'The session is looked at when a channel opens, or when a request comes: a WebSocket or event stream that only listens sends none, and nothing closes it when its session reaches the limit.',
  consequence:
    'A page that was left open, or whoever took over its connection, goes on receiving what the person says on her other devices, long after its session has ended.',
  fix: 'Close the channels of a session when its limit is reached (a timer of the server’s own, for no request will tell), or look at the session before anything is delivered.',
  judge: (evidence) =>
    judgePastLimit(
      evidence,
      judgeAttacks(
        evidence.attacks,
        ({ name }) => `${aged(evidence)} ${name} was still given what was said`,
        evidence.untried,
      ),
    ),
};
