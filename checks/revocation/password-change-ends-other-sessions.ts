import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { type DeadCredentialEvidence, judgeDeadCredentials } from './dead-credentials.ts';

export const passwordChangeEndsOtherSessions: Check<DeadCredentialEvidence> = {
  title: 'a password change ends the other sessions',
  severity: 'critical',
  standards: [STANDARDS.asvs743, STANDARDS.nist51],
  cause:
    'Changing the password stores the new one and touches no session; stateless tokens cannot be taken back.',
  consequence: 'Whoever got in with the old password stays in after it was changed.',
  fix: 'At a password change end all other sessions and tokens of the account (or offer to, and do it by default), open channels included.',
  // Evidence: another device’s credentials, after the password was changed on this one.
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) => `after the password change the conversation was still opened by ${attack.name}`,
    ),
};
