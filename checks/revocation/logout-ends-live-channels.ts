import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { type DeadCredentialEvidence, judgeDeadCredentials } from './dead-credentials.ts';

export const logoutEndsLiveChannels: Check<DeadCredentialEvidence> = {
  title: 'logout ends live channels',
  severity: 'critical',
  standards: [STANDARDS.asvs741, STANDARDS.asvs443, STANDARDS.wstgSess06],
  cause:
    'The session is checked when a channel opens and never again: nothing closes the WebSocket or event stream that is already open when its session ends.',
  consequence:
    'A page that was left open, or whoever took over its connection, goes on receiving the person’s conversations after she has signed out.',
  fix: 'Keep the list of open channels by session, and close them where the session ends; check the session anew before anything is delivered.',
  // Evidence: channels opened before the logout, and what they are still given after it.
  judge: (evidence) =>
    judgeDeadCredentials(
      evidence,
      (attack) => `after logout ${attack.channel} ${attack.name} went on`,
    ),
};
