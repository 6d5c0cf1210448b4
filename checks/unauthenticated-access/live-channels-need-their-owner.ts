import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Channels opened outside the browser with no credentials, a visitor’s, or another person’s, while the owner says a new canary. The controls are channels of the owner’s own, opened at the same time. */
export type LiveChannelEvidence = AttacksEvidence;

export const liveChannelsNeedTheirOwner: Check<LiveChannelEvidence> = {
  title: 'live channels need authentication, and stay with their owner',
  severity: 'blocker',
  standards: [STANDARDS.asvs822, STANDARDS.wstgClnt10],
  cause:
    'The handshake of a WebSocket or event stream is not authenticated like the other routes, or a channel subscribes to whatever identifier it names and nobody asks whose that is.',
  consequence: 'Anyone listens in on other people’s conversations while they are being held.',
  fix: 'Authenticate the handshake with the session, check its Origin, and check the owner of every conversation, room or stream that a channel subscribes to.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `${attack.name} delivered what was being said to ${attack.attack.label}`,
      untried,
    ),
};
