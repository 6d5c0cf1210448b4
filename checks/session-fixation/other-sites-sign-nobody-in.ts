import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** The attacker’s own sign-in, which pages of another site have somebody’s browser send, or its last step where he is asked for the password elsewhere; that browser is then looked at whether it opens his conversation. The control after all is his own sign-in there. */
export type ForgedSignInEvidence = AttacksEvidence;

export const otherSitesSignNobodyIn: Check<ForgedSignInEvidence> = {
  title: 'another site signs nobody in',
  severity: 'normal',
  standards: [STANDARDS.asvs351, STANDARDS.asvs352, STANDARDS.wstgSess05],
  cause:
    'Signing in was left out of what is checked for its origin, since there is no session to protect yet, and it reads any body as its own.',
  consequence:
    'An attacker has people work in an account that he knows the password of: what they tell the chatbot, he reads.',
  fix: 'Refuse a sign-in unless Origin or Sec-Fetch-Site says that it comes from the product’s own page, or tie it to a value that the form was given with the visitor’s cookie. Where people sign in elsewhere and come back, take the answer only in the browser that set out: keep `state` (or the PKCE verifier) in a cookie of that browser and compare it.',
  judge: ({ attacks }) =>
    judgeAttacks(
      attacks,
      ({ name }) => `${name}: another site signed the browser into the attacker’s account`,
    ),
};
