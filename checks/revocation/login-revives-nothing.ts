import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Reads with credentials of a session that was signed out, after the same person signed in again. */
export type RevivalEvidence = AttacksEvidence;

export const loginRevivesNothing: Check<RevivalEvidence> = {
  title: 'logging in again revives no old credential',
  severity: 'critical',
  standards: [STANDARDS.asvs741, STANDARDS.wstgSess06],
  cause:
    'Revocation is a mark on the account (“signed out”, a deny-list that is emptied at sign-in) and not on the session or token, so that the next sign-in lifts it for all of them.',
  consequence:
    'A credential that was stolen and revoked works again as soon as its owner comes back.',
  fix: 'End sessions and tokens one by one and for good; never delete a revocation before the credential would have expired.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `after the next sign-in the conversation was opened again by ${attack.name}`,
      untried,
    ),
};
