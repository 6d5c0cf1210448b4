import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** The address of a conversation in a frame of another site, in its owner’s own browser. The controls are the address itself there. */
export interface FramingEvidence {
  attacks: ControlledAttack[];
  /** Pages of the product that were framed, but showed nothing of the conversation, in words. */
  strangersView: string[];
}

export const chatCannotBeFramed: Check<FramingEvidence> = {
  title: 'the signed-in chat cannot be framed by another site',
  severity: 'normal',
  standards: [STANDARDS.asvs346, STANDARDS.asvs358, STANDARDS.wstgClnt09],
  cause:
    'No answer says who may frame the page (`frame-ancestors`, `X-Frame-Options`), or only those of some pages do, and the session cookie is `SameSite=None`, often for the sake of a widget that is embedded elsewhere.',
  consequence:
    'Another site lays the chat invisibly under its own buttons: people who click there share, delete or send in their own conversations without knowing (clickjacking).',
  fix: 'Send the CSP directive `frame-ancestors` (`none`, or the list of sites that embed the chat) with every page, and keep the session cookie `SameSite=Lax`; give an embedded widget a session of its own.',
  judge: ({ attacks, strangersView }) =>
    judgeAttacks(
      attacks,
      (attack) =>
        `${attack.name} shows the signed-in person’s conversation in a frame of another site`,
      strangersView.map(
        (name) =>
          `${name} can be framed by another site; that nobody is signed in there is owed to the cookie or the browser alone`,
      ),
    ),
};
