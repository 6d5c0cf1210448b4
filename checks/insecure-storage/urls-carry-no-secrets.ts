import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';
import { exposedMembers, PASSWORD } from './exposed-sets.ts';

/** Where an address was met. */
export const ADDRESS_KINDS = {
  request: 'the address of a request',
  socket: 'the address of a WebSocket',
  page: 'the address of the page, which the browser’s history keeps',
  redirect: 'the address that an answer sends the browser to',
  referer: 'the Referer that is sent along',
} as const satisfies Record<string, string>;
export type AddressKind = keyof typeof ADDRESS_KINDS;

/** How the conversation is called in evidence. */
export const CONVERSATION = 'conversation';

/** A credential, the password, or what was said, in an address. */
export interface SecretInAddress {
  /** `conversation`, `password`, or the place in which requests carry the credential, such as `cookie sid`. */
  what: string;
  kind: AddressKind;
  /** Method and path, or path; without secrets. */
  where: string;
  part: 'path' | 'query' | 'fragment' | 'user information';
  /** The origin that got to see it; of a page, its own. */
  seenBy: string;
  /** Encodings through which it was seen, outermost first. */
  encodings: string[];
}

/** All addresses of a session, from before its sign-in to its last request. */
export interface AddressesEvidence {
  found: SecretInAddress[];
  /** How many different addresses were looked at. */
  looked: number;
  /** Each suffices to be taken for the person; members by their places. One-time tickets and anti-CSRF values are none. */
  sets: string[][];
  /** Members of which no value was in the traffic that is long enough to be recognised anywhere. */
  unseen: string[];
  /** The control: an answer that was read brought the conversation. */
  canarySeen: boolean;
  /** What was not looked for, with the reason. */
  untried: string[];
}

/**
 * Whether the product itself puts secrets into addresses. Whether it *accepts* a session’s identifier that somebody else
 * has put into one is for `loginIssuesFreshSession` to say.
 */
export const urlsCarryNoSecrets: Check<AddressesEvidence> = {
  title: 'no address carries a credential or what was said',
  severity: 'normal',
  standards: [STANDARDS.asvs1421, STANDARDS.asvs443, STANDARDS.wstgSess04],
  cause:
    'A browser sets no header on a WebSocket, an event stream, a download or a picture, so the token goes into the query; or messages are sent by GET, or titles become part of a page’s address.',
  consequence:
    'Addresses are kept in the browser’s history, in the logs of servers and proxies and by monitoring, and go to other sites as the Referer: whoever reads them there has the session, or the conversation.',
  fix: 'Send credentials in a cookie or a header; for a WebSocket or a download exchange them for a ticket that works once and for seconds, and say it in the first message. Send messages in the body of a POST, and name a conversation in its address by a random identifier only.',
  judge: ({ found, looked, sets, unseen, canarySeen, untried }) => {
    const members = found.map(({ what }) => what).filter((what) => sets.flat().includes(what));
    const counting = exposedMembers(sets, members);
    const always = [CONVERSATION, PASSWORD];
    const flaws = found.filter(({ what }) => always.includes(what) || counting.has(what));
    const unresolved = unseen.map(
      (what) => `no value of ${what} was in the traffic that could be recognised in an address`,
    );
    if (!canarySeen) unresolved.push('no answer that was read brought the conversation');
    const open = 'the conversation opens without any credential: none was looked for';
    const advice = [...untried, ...(sets.length > 0 ? [] : [open])].map((summary) => ({ summary }));
    return judgement({ flaws: flaws.map(observe), advice, unresolved, looked: looked > 0 });
  },
};

function observe({ what, kind, where, part, seenBy, encodings }: SecretInAddress): Observation {
  const facts: Record<string, string> = { address: where, part, 'seen by': seenBy };
  if (encodings.length > 0) facts['encoded as'] = encodings.join(', then ');
  const thing = what === CONVERSATION ? 'what was said' : what === PASSWORD ? 'the password' : what;
  return { summary: `${ADDRESS_KINDS[kind]} carries ${thing} in its ${part}: ${where}`, facts };
}
