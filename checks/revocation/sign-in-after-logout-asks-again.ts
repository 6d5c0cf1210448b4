import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/**
 * In the browser in which somebody has just signed out: going to where her conversation was, and pressing what leads to
 * the sign-in, both without typing anything. The control after all is her own sign-in there, with the password.
 */
export type UnaskedSignInEvidence = AttacksEvidence;

export const signInAfterLogoutAsksAgain: Check<UnaskedSignInEvidence> = {
  title: 'after logout nobody signs in without the password',
  severity: 'critical',
  standards: [STANDARDS.asvs741, STANDARDS.asvs761, STANDARDS.wstgSess06],
  cause:
    'Signing out ends the session of the chat and leaves what made it: the session at the identity provider, a cookie that remembers the device, or an account that is offered with one click.',
  consequence:
    'Whoever comes to the browser next presses “Sign in” and is in her conversations, without knowing any password. She believes that she has signed out.',
  fix: 'End the identity provider’s session, too (OpenID Connect RP-Initiated Logout, with `id_token_hint`), or ask it for a fresh authentication (`prompt=login`, `max_age`) and check `auth_time`; at sign-out forget on the server whatever makes a session without the password.',
  judge: ({ attacks }) =>
    judgeAttacks(
      attacks,
      ({ name }) =>
        `${name}, in the browser in which she had signed out, opened the conversation again without the password`,
    ),
};
