import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** One person’s own writes (append, rename, delete, share), sent with another’s credentials; the owner then looks whether they took effect. The control after each is the same write with the owner’s own credentials. */
export type OthersWriteEvidence = AttacksEvidence;

export const conversationIsChangedByItsOwnerOnly: Check<OthersWriteEvidence> = {
  title: 'a conversation is changed by its owner only',
  severity: 'blocker',
  standards: [STANDARDS.asvs822, STANDARDS.asvs821, STANDARDS.wstgAthz04],
  cause:
    'The routes that read a conversation compare its owner with the person who asks, and the routes that write to it (append, rename, delete, share) do not: each is written by hand, and one was forgotten.',
  consequence:
    'Anyone with an account puts words into other people’s conversations, renames, deletes or publishes them.',
  fix: 'Look every conversation up by its identifier and its owner in one place that reading and writing share, and answer “not found” for what belongs to others.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) =>
        `${attack.name}: the write of ${attack.attack.label} took effect in a conversation that is not theirs`,
      untried,
    ),
};
