import type { Check } from '../check.ts';
import { judgeDeadCredentials, type OutlivedEvidence } from '../revocation/dead-credentials.ts';
import { STANDARDS } from '../standards.ts';

/** Reads with the credentials that the session held before it changed the password. */
export type PasswordChangeEvidence = OutlivedEvidence;

export const passwordChangeRenewsTheSession: Check<PasswordChangeEvidence> = {
  title: 'a password change renews the session that made it',
  severity: 'normal',
  standards: [STANDARDS.asvs724, STANDARDS.wstgSess03],
  cause:
    'A password change stores the new password and leaves the session, with the identifier that an intruder may share, as it was.',
  consequence: 'The very intruder against whom the password was changed stays signed in.',
  fix: 'Issue a new identifier at every change of credentials, as at sign-in, and end the old one.',
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) =>
        `the identifier from before the password change still opened the conversation by ${attack.name}`,
    ),
};
