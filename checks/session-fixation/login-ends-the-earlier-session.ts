import type { Check } from '../check.ts';
import { judgeDeadCredentials, type OutlivedEvidence } from '../revocation/dead-credentials.ts';
import { STANDARDS } from '../standards.ts';

/** Reads with the credentials that a browser held before it signed in once more. */
export type EarlierSessionEvidence = OutlivedEvidence;

export const loginEndsTheEarlierSession: Check<EarlierSessionEvidence> = {
  title: 'signing in again ends the session that the browser had',
  severity: 'normal',
  standards: [STANDARDS.asvs724, STANDARDS.wstgSess03, STANDARDS.wstgSess11],
  cause:
    'Sign-in issues a new session and forgets the one that the browser brought along, which lives on with nobody holding its handle.',
  consequence:
    'A copied identifier goes on working after the person has signed in anew in the belief of having replaced it; no logout will ever reach it.',
  fix: 'At sign-in, end the session that came with the request before a new one is issued.',
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) =>
        `the session from before the second sign-in still opened the conversation by ${attack.name}`,
    ),
};
