import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';
import { exposedMembers, PASSWORD } from './exposed-sets.ts';
import { type Sink, SINKS, type Sweep, unreadOf } from './sweep.ts';

/** A credential, or the password, where script of the page reads it. */
export interface ReadableSecret {
  /** `password`, or the place in which requests carry the credential, such as `cookie sid`. */
  what: string;
  sink: Sink;
  /** A key, a name or a path, without secrets. */
  where: string;
  /** Encodings through which it was seen, outermost first. */
  encodings: string[];
  /** A cookie that is a credential itself: that script reads it is for `sessionCookiesAreHardened` to judge. */
  ownCookie?: true;
}

/** What script could read while a person was signed in and had a conversation. */
export interface ScriptsViewEvidence {
  /** Each suffices to be taken for her; members by their places. Anti-CSRF values and the like are none (found by effect). */
  sets: string[][];
  found: ReadableSecret[];
  /** Credentials that the server told the page’s scripts in some answer: of a set of several, no secret from script. */
  told: string[];
  /** Members of which no value is known that is long enough to be recognised anywhere. */
  unsought: string[];
  unread: Sweep['unread'];
  /** Where the harness left a word of its own, and did not find it again: nothing found there says nothing. */
  blind: Sink[];
  /** The control: the conversation was seen in the page. */
  canarySeen: boolean;
  /** What was not looked for, or not to the end, with the reason. */
  untried: string[];
}

/** ASVS names session tokens as an exception; the other two do not know one. */
const GRADING =
  'ASVS 5.0 14.3.3 tolerates session tokens in browser storage; NIST SP 800-63B-4 §5.1 and the OWASP cheat sheets do not';

export const scriptReadsNoCredential: Check<ScriptsViewEvidence> = {
  title: 'script in the page reads no credential',
  severity: 'normal',
  standards: [
    STANDARDS.asvs1433,
    STANDARDS.asvs334,
    STANDARDS.wstgClnt12,
    STANDARDS.nist51,
    STANDARDS.cheatSheetHtml5,
  ],
  cause:
    'The page keeps its token where it survives a reload (local storage, IndexedDB, a cookie that script sets), or in a global variable; an answer repeats the value of an HttpOnly cookie; or what was typed into the sign-in form is kept with the rest of the form.',
  consequence:
    'One injected script, one compromised dependency or one browser extension takes the session, or the password, and uses it elsewhere for as long as it is good.',
  fix: 'Keep the session in a cookie with HttpOnly, and nothing that authenticates within reach of script. Where a page must hold an access token, hold a short-lived one in a variable of a module, and renew it by an HttpOnly cookie after a reload. Forget the password once it is sent.',
  judge: ({ sets, found, told, unsought, unread, blind, canarySeen, untried }) => {
    const counting = countingMembers({ sets, found, told });
    const graded = found.filter(({ what }) => what === PASSWORD || counting.has(what));
    const unresolved = unreadOf({ sightings: [], unread }, 'while the person was signed in');
    for (const what of unsought) unresolved.push(`no value of ${what} is known to be looked for`);
    for (const sink of blind) {
      unresolved.push(`a word that the harness left in ${SINKS[sink]} was not found again there`);
    }
    if (!canarySeen)
      unresolved.push('the conversation was not seen in the page: she had none open');
    if (sets.length === 0) unresolved.push('no credential is known that could be looked for');
    return judgement({
      flaws: graded.filter(isFlaw).map(observe),
      advice: [
        ...graded.filter((each) => !isFlaw(each)).map(observe),
        ...untried.map((summary) => ({ summary })),
      ],
      unresolved,
      looked: true,
    });
  },
};

/** Members of sets that script reads as a whole. */
function countingMembers({
  sets,
  found,
  told,
}: Pick<ScriptsViewEvidence, 'sets' | 'found' | 'told'>): Set<string> {
  const credentials = found.map(({ what }) => what).filter((what) => what !== PASSWORD);
  return exposedMembers(sets, credentials, told);
}

/** What script reads that suffices to be taken for the person, or her password; in words, such as `cookie sid`. */
export function readableCredentials(evidence: ScriptsViewEvidence): string[] {
  const counting = countingMembers(evidence);
  const read = evidence.found.filter(({ what }) => what === PASSWORD || counting.has(what));
  return [...new Set(read.map(({ what, sink }) => `${what} in ${SINKS[sink]}`))];
}

/** Session storage ends with its tab: the weaker of the two web storages, on which standards differ. */
function isFlaw({ what, sink, ownCookie }: ReadableSecret): boolean {
  return what === PASSWORD || (sink !== 'sessionStorage' && ownCookie !== true);
}

function observe(secret: ReadableSecret): Observation {
  const { what, sink, where, encodings, ownCookie } = secret;
  const facts: Record<string, string> = { place: SINKS[sink], where };
  if (encodings.length > 0) facts['encoded as'] = encodings.join(', then ');
  if (what === PASSWORD) {
    return { summary: `after sign-in the password lies in ${SINKS[sink]}: ${where}`, facts };
  }
  if (sink === 'localStorage' || sink === 'sessionStorage' || sink === 'indexedDb') {
    facts['grading'] = GRADING;
  }
  const ends: string = ownCookie
    ? ' (whether it may is for the check of session cookies to say)'
    : sink === 'sessionStorage'
      ? `: ${GRADING}`
      : '';
  return { summary: `script reads ${what} in ${SINKS[sink]}: ${where}${ends}`, facts };
}
