import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { type DeadCredentialEvidence, judgeDeadCredentials } from './dead-credentials.ts';

export const deviceRevocationEndsThatSession: Check<DeadCredentialEvidence> = {
  title: 'a session that is ended from the list of devices is over',
  severity: 'critical',
  standards: [STANDARDS.asvs752, STANDARDS.asvs741],
  cause:
    'The entry is taken off the list, and what the other device holds (cookie, refresh token, open socket) stays valid.',
  consequence:
    'A person who ends a stranger’s session from the list believes herself safe, and is not.',
  fix: 'End the session itself on the server, with its tokens and its open channels; the list must show what is true.',
  // Evidence: the credentials of a device whose session was ended from another.
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) =>
        `after its session was ended from the list the conversation was still opened by ${attack.name}`,
    ),
};
