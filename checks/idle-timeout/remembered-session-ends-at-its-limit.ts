import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { judgeLongUse, type UsedForLongEvidence } from './active-session-ends-at-its-limit.ts';

export const rememberedSessionEndsAtItsLimit: Check<UsedForLongEvidence> = {
  title: 'a session that its person asked to keep ends at a limit of its own, on the server',
  severity: 'normal',
  standards: [STANDARDS.asvs732, STANDARDS.nist213, STANDARDS.wstgAthn05],
  cause:
    'The box “keep me signed in” lifts the limit and puts no other in its place; or the end is written on the cookie alone, which only a browser heeds; or every use, or every renewal of a token, begins the time anew.',
  consequence:
    'Whoever has copied the cookie or the token once, from a backup, a lost notebook or a browser’s profile, stays signed in as that person, until she thinks of ending her sessions.',
  fix: 'Give sessions that a person asked to keep an end of their own that counts from the sign-in, store it with the session on the server, and let neither use nor renewal move it.',
  judge: judgeLongUse,
};
