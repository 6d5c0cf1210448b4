import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { type DeadCredentialEvidence, judgeDeadCredentials } from './dead-credentials.ts';

export const logoutRevokesCredentials: Check<DeadCredentialEvidence> = {
  title: 'logout revokes every credential that was in use',
  severity: 'critical',
  standards: [STANDARDS.asvs741, STANDARDS.wstgSess06, STANDARDS.nist51],
  cause:
    'Signing out clears the browser and tells the server nothing that it remembers: a stateless cookie or token stays valid until it expires, or only one of several credentials (access token, refresh token) is ended.',
  consequence:
    'A credential that was copied once (shared computer, malware, proxy log, backup) opens the conversations after the person has signed out, and she has no way to stop it.',
  fix: 'Keep a server-side record of the session and delete it at sign-out; for self-contained tokens check a deny-list or a per-session version on every request, and end the refresh token’s whole family.',
  // Evidence: every credential that had opened the conversation before, after the person signed out.
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) => `after logout the conversation was still opened by ${attack.name}`,
    ),
};
