import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Reads by whoever began a conversation as a guest, after somebody signed in to an account where it lay and went on with it. */
export type GuestEvidence = AttacksEvidence;

export const guestLosesTheConversation: Check<GuestEvidence> = {
  title: 'a guest’s conversation is the account’s alone after sign-in',
  severity: 'critical',
  standards: [STANDARDS.asvs724, STANDARDS.wstgSess03, STANDARDS.asvs822],
  cause:
    'Sign-in gives the guest’s conversation an owner and leaves the guest’s identifier on it, so that two keys fit one lock.',
  consequence:
    'Who begins a chat at a shared computer, or plants the identifier of one, reads on when the next person signs in there and goes on with it.',
  fix: 'When an account takes a guest’s conversation over, delete the guest’s identifier on the server in the same transaction, and clear its cookie.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) =>
        `${attack.name} returned what was said after the sign-in to ${attack.attack.label}`,
      untried,
    ),
};
