import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { type DeadCredentialEvidence, judgeDeadCredentials } from './dead-credentials.ts';

export const signOutEverywhereEndsAllSessions: Check<DeadCredentialEvidence> = {
  title: '“sign out everywhere” ends every session',
  severity: 'critical',
  standards: [STANDARDS.asvs743, STANDARDS.asvs741, STANDARDS.nist51],
  cause:
    'Only sessions of one kind are ended (the list that the page shows), and others are forgotten: refresh tokens, remembered devices, open sockets.',
  consequence: 'The one remedy of a person whose session was stolen leaves the thief signed in.',
  fix: 'End every session and token of the account in one operation, and close their open channels.',
  // Evidence: another device’s credentials, after “sign out everywhere” on this one.
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) => `after “sign out everywhere” the conversation was still opened by ${attack.name}`,
    ),
};
