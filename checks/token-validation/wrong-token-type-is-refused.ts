import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Reads with another token of the same person’s session (refresh token, identity token, ticket) in the place of the access token. */
export type TokenTypeEvidence = AttacksEvidence;

export const wrongTokenTypeIsRefused: Check<TokenTypeEvidence> = {
  title: 'a token of another type is refused',
  severity: 'critical',
  standards: [STANDARDS.asvs922, STANDARDS.wstgSess10],
  cause:
    'All tokens are signed with one key, and the receiver looks at the signature alone, not at what the token was issued for (`typ`, audience, scope).',
  consequence:
    'A long-lived refresh or identity token, or a ticket meant for one socket, serves as an access token, and outlives every limit on those.',
  fix: 'Give each kind of token a `typ` and an audience of its own, and demand them wherever one is accepted.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `${attack.name} was accepted in the place of the access token`,
      untried,
    ),
};
