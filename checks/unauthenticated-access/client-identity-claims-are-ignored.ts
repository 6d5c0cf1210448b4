import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Reads with no credentials, and with another person’s, to which headers and parameters that name the owner were added. */
export type ClaimedIdentityEvidence = AttacksEvidence;

export const clientIdentityClaimsAreIgnored: Check<ClaimedIdentityEvidence> = {
  title: 'an identity that the client claims is ignored',
  severity: 'blocker',
  standards: [STANDARDS.asvs413, STANDARDS.asvs821],
  cause:
    'The server believes a header or parameter that names a person (`X-User-Id`, `X-Forwarded-User`, `?user=`), which only a proxy in front of it was meant to set.',
  consequence: 'Whoever knows a user name or number is that person, without any password.',
  fix: 'Take the identity from the verified session alone. Strip identity headers at the edge, and accept them only from the proxy that sets them, over a channel that nobody else reaches.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `${attack.name} returned the conversation to ${attack.attack.label}`,
      untried,
    ),
};
