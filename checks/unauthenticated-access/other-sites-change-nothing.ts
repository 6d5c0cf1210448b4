import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** A person’s own writes, which pages of another site have her browser send (links, forms, scripts, sockets); she then looks whether they took effect. The control after each is the same write by herself. */
export type ForgedWritesEvidence = AttacksEvidence;

export const otherSitesChangeNothing: Check<ForgedWritesEvidence> = {
  title: 'another site changes no conversation',
  severity: 'critical',
  standards: [
    STANDARDS.asvs351,
    STANDARDS.asvs352,
    STANDARDS.asvs353,
    STANDARDS.asvs332,
    STANDARDS.wstgSess05,
  ],
  cause:
    'The browser sends the session cookie along whoever asks for the request (SameSite=None, or none stated), the server does not look at Origin or Sec-Fetch-Site (a WebSocket’s handshake included) and asks for no anti-CSRF token, or a route changes something on a GET or reads any body as JSON.',
  consequence:
    'A page that a signed-in person merely visits writes in her conversations, renames, deletes or publishes them.',
  fix: 'Refuse what changes something unless Origin or Sec-Fetch-Site says that it comes from the product’s own page, change nothing on a GET, take JSON only as application/json, and set the cookie SameSite=Lax or Strict.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      ({ name }) => `${name}: what another site had the person’s browser send took effect`,
      untried,
    ),
};
