import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Replays of one person's canary-bearing reads with the credentials of the other, in both directions. */
export interface OwnershipEvidence {
  attacks: ControlledAttack[];
  /** What was not tried, in words. */
  untried?: string[];
}

export const conversationStaysWithItsOwner: Check<OwnershipEvidence> = {
  title: 'a conversation stays with its owner',
  severity: 'blocker',
  standards: [STANDARDS.asvs822, STANDARDS.wstgAthz04],
  cause:
    'The route looks the conversation up by the identifier in the request and never compares its owner with the person who asks, or a list is not filtered by its owner.',
  consequence:
    'Every person with an account reads the conversations of every other, by changing an identifier or merely by looking.',
  fix: 'Make the owner part of every look-up (`where id = ? and owner = ?`), take the owner from the session and never from the request, and answer “not found” for what belongs to others.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      ({ name, whose, attack }) =>
        `${name} returned ${whose === undefined ? 'the' : `${whose}’s`} conversation to ${attack.label}`,
      untried,
    ),
};
