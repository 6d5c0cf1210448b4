import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** What opens a conversation, asked for by a script of another site in its owner’s own browser, and channels opened by it while she says a new canary. The controls are her own. */
export type OtherSitesEvidence = AttacksEvidence;

export const otherSitesReadNothing: Check<OtherSitesEvidence> = {
  title: 'another site reads no conversation',
  severity: 'blocker',
  standards: [
    STANDARDS.asvs342,
    STANDARDS.asvs358,
    STANDARDS.asvs442,
    STANDARDS.wstgClnt07,
    STANDARDS.wstgClnt10,
  ],
  cause:
    'CORS is set up to answer any Origin with its own name and to allow credentials, or the handshake of the WebSocket does not look at the Origin; and the session or refresh cookie is `SameSite=None`.',
  consequence:
    'Any page that a signed-in person opens, or an advertisement on it, reads her conversations and listens in on new ones, without a click.',
  fix: 'Answer CORS for a fixed list of origins only, refuse WebSocket handshakes whose Origin is not on it, and keep the session and refresh cookies `SameSite=Lax` or `Strict`.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `${attack.name} gave the conversation to ${attack.attack.label}`,
      untried,
    ),
};
