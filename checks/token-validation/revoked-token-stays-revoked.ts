import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Reads after logout with the revoked token, written in other ways that decode to the same bytes. */
export type RespelledTokenEvidence = AttacksEvidence;

export const revokedTokenStaysRevoked: Check<RespelledTokenEvidence> = {
  title: 'a revoked token stays revoked in any spelling',
  severity: 'critical',
  standards: [STANDARDS.asvs741, STANDARDS.asvs911],
  cause:
    'The list of revoked tokens holds them as text, and the same bytes can be written in several ways (unused bits of base64, padding, letter case of the scheme), so that another spelling passes by the list and still verifies.',
  consequence: 'Every logout can be undone by changing one letter of the old token.',
  fix: 'Revoke by the session or the token’s own identifier (`sid`, `jti`), never by its text; refuse encodings that are not canonical.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(attacks, (attack) => `${attack.name} was accepted after logout`, untried),
};
