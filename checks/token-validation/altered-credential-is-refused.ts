import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Replays in which one credential of the person's own session was altered. */
export type AlterationEvidence = AttacksEvidence;

export const alteredCredentialIsRefused: Check<AlterationEvidence> = {
  title: 'a tampered token is refused',
  severity: 'blocker',
  standards: [STANDARDS.asvs911, STANDARDS.asvs912, STANDARDS.wstgSess10],
  cause:
    'The token’s content is read before, or without, its signature being verified, or the algorithm is taken from the token itself, so that “none” is obeyed.',
  consequence:
    'Anyone writes a token for any person and is that person: no password, no login, no trace.',
  fix: 'Verify the signature with a fixed list of algorithms and a key that the token cannot choose (with `jose`: `jwtVerify(token, key, { algorithms })`), and use nothing from a token that did not verify.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(attacks, (attack) => `${attack.name} was accepted as if it were genuine`, untried),
};
