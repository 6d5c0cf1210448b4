import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { type DeadCredentialEvidence, judgeDeadCredentials } from './dead-credentials.ts';

export const deletedConversationIsGone: Check<DeadCredentialEvidence> = {
  title: 'a deleted conversation opens nothing',
  severity: 'critical',
  standards: [STANDARDS.asvs832, STANDARDS.asvs822],
  cause:
    'Deleting takes the conversation off the list and leaves its rows, its share link, its export or its live channel.',
  consequence:
    'What a person has deleted is still read, by her stolen session or by whoever holds its link.',
  fix: 'Delete the conversation with everything that hangs on it, or check its state on every route that reads it.',
  // Evidence: every way to a conversation, after its owner deleted it.
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) => `after it was deleted the conversation was still opened by ${attack.name}`,
    ),
};
