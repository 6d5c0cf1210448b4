import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** A person’s sign-out, which pages of another site have her browser send; her browser is then looked at whether it still opens her conversation. The control after all is the same request by herself. */
export type ForgedSignOutEvidence = AttacksEvidence;

export const otherSitesSignNobodyOut: Check<ForgedSignOutEvidence> = {
  title: 'another site signs nobody out',
  severity: 'minor',
  standards: [STANDARDS.asvs351, STANDARDS.asvs353, STANDARDS.wstgSess05],
  cause:
    'Signing out was left out of what is checked for its origin: it needs no session, and its answer deletes the cookie whether the browser sent one or not.',
  consequence:
    'A page that a signed-in person merely visits ends her session: what she was writing is lost, and she signs in again wherever she is shown a form.',
  fix: 'Refuse a sign-out unless Origin or Sec-Fetch-Site says that it comes from the product’s own page, and delete no cookie in that refusal.',
  judge: ({ attacks }) =>
    judgeAttacks(
      attacks,
      ({ name }) => `${name}: what another site had the person’s browser send ended her session`,
    ),
};
