import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Replays with the identifiers that an attacker knew before the victim signed in with them in her browser. */
export type FixationEvidence = AttacksEvidence;

export const loginIssuesFreshSession: Check<FixationEvidence> = {
  title: 'login issues a fresh session',
  severity: 'critical',
  standards: [STANDARDS.asvs724, STANDARDS.wstgSess03, STANDARDS.nist51],
  cause:
    'Sign-in marks the session that the browser brought along as authenticated, instead of ending it and issuing a new identifier; or the server adopts an identifier that it never issued.',
  consequence:
    'Whoever plants an identifier in a browser (a shared computer, a sibling subdomain, an injected header) is signed in as that person the moment she is.',
  fix: 'At every sign-in create a session with a new random identifier and delete the one that came with the request (for example `req.session.regenerate()`); ignore identifiers that the server did not issue.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) =>
        `${attack.name} opened the victim’s conversation after she had signed in (${attack.attack.label})`,
      untried,
    ),
};
