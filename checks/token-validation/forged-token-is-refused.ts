import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Reads with tokens that the harness signed by itself, in each of the ways in which servers have been talked into accepting them. */
export type ForgeryEvidence = AttacksEvidence;

export const forgedTokenIsRefused: Check<ForgeryEvidence> = {
  title: 'a forged token is refused',
  severity: 'blocker',
  standards: [STANDARDS.asvs911, STANDARDS.asvs912, STANDARDS.asvs913, STANDARDS.wstgSess10],
  cause:
    'The key is guessable or public, or the token itself says how it is to be verified: its algorithm (HS256 with a public RSA key), a key in its `jwk` or `jku`, a file in its `kid`; or the library accepts an all-zero ECDSA signature.',
  consequence: 'Anyone signs tokens for any person, with any rights and any lifetime.',
  fix: 'Use a random key of at least 256 bits; verify with a fixed algorithm and a key that nothing in the token can choose (with `jose`: `jwtVerify(token, key, { algorithms })`).',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `${attack.name} was accepted as if the server had issued it`,
      untried,
    ),
};
