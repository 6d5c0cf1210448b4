import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Replays of Alice's canary-bearing reads with no credentials, and with those of a visitor who never signed in. */
export interface AuthenticationEvidence {
  attacks: ControlledAttack[];
  /** What was not tried, in words. */
  untried?: string[];
}

export const conversationNeedsAuthentication: Check<AuthenticationEvidence> = {
  title: 'a conversation needs authentication',
  severity: 'blocker',
  standards: [STANDARDS.asvs821, STANDARDS.asvs721, STANDARDS.wstgAthn04],
  cause:
    'The route that returns the conversation does not ask who is asking: authentication was put on the page, or on some routes, instead of on every route that returns data. A visitor’s session is often mistaken for a signed-in one.',
  consequence:
    'Anyone who knows or guesses a conversation’s address reads it, from anywhere, leaving no trace of an account.',
  fix: 'Refuse by default: put authentication in front of all data routes in one place, and list the public ones explicitly. Let a visitor’s session carry no rights.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `${attack.name} returned the conversation to ${attack.attack.label}`,
      untried,
    ),
};
