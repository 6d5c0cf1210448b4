import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { type DeadCredentialEvidence, judgeDeadCredentials } from './dead-credentials.ts';

export const withdrawnShareIsGone: Check<DeadCredentialEvidence> = {
  title: 'a withdrawn share link opens nothing',
  severity: 'critical',
  standards: [STANDARDS.asvs832, STANDARDS.asvs822],
  cause:
    'Withdrawing hides the link in the owner’s page, while the published copy stays where it was; or a cache goes on serving it.',
  consequence: 'What was shared by mistake stays public, and its owner is told otherwise.',
  fix: 'Delete the published copy, or check the share’s state at every read; let no cache keep it.',
  // Evidence: a share link, after its owner withdrew it.
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) => `after it was withdrawn the conversation was still opened by ${attack.name}`,
    ),
};
