import type { Check } from '../check.ts';
import {
  readableCredentials,
  type ScriptsViewEvidence,
} from '../insecure-storage/script-reads-no-credential.ts';
import { STANDARDS } from '../standards.ts';
import type { Judgement } from '../verdict.ts';
import { adviceOnDefences, type Defences } from './defences.ts';
import { judgeTrials, type PayloadTrial } from './payload-trials.ts';

export interface ScriptEvidence {
  trials: PayloadTrial[];
  /** Surfaces that the product does not have, in words. */
  untried?: string[];
  /** The oracle noticed the harness's own call on the same page: it would notice a payload's. */
  oracleWorks: boolean;
  /** What the browser was told with the page. */
  defences?: Defences;
  /** Where something ran: what script of that page can read; or, in words, why that is not known. */
  inReach?: ScriptsViewEvidence | string;
}

export const messagesDoNotRunAsScript: Check<ScriptEvidence> = {
  title: 'neither user text nor bot reply runs as script',
  severity: 'critical',
  standards: [
    STANDARDS.asvs121,
    STANDARDS.asvs131,
    STANDARDS.asvs322,
    STANDARDS.asvs343,
    STANDARDS.llm05,
  ],
  cause:
    'Text is put into the page as HTML (innerHTML, `v-html`, `dangerouslySetInnerHTML`, a Markdown renderer that lets raw HTML or script links through) without a sanitiser behind it.',
  consequence:
    'Whoever gets text in front of a person (a shared chat, a document that the bot reads, a poisoned model) runs script in her session: it reads her conversations and acts as her.',
  fix: 'Show user text as text. Render Markdown with raw HTML off and pass the result through a maintained sanitiser (DOMPurify) as the last step; forbid inline script by Content-Security-Policy as the second line.',
  judge: ({ trials, oracleWorks, untried = [], defences, inReach }) => {
    const unseen = defences ? [] : ['what the page was told to obey was not seen'];
    const judged = judgeTrials(
      trials,
      'ran as script',
      oracleWorks ? [] : ['the harness’s own script on the page went unnoticed by its oracle'],
      [...untried, ...unseen],
    );
    judged.advice.push(...(defences ? adviceOnDefences(defences) : []));
    return judged.outcome === 'fail' && inReach !== undefined ? graded(judged, inReach) : judged;
  },
};

/** Script that reads what authenticates takes the session along, and needs the person's page no more. */
function graded(judged: Judgement, inReach: ScriptsViewEvidence | string): Judgement {
  if (typeof inReach === 'string') {
    const summary = `what such script could read was not found out: ${inReach}`;
    return { ...judged, advice: [...judged.advice, { summary }] };
  }
  const read = readableCredentials(inReach);
  if (read.length === 0) {
    const summary =
      'such script read no credential: it acts as the person, as long as her page is open';
    return { ...judged, measured: [{ summary }] };
  }
  const summary = `such script read ${new Intl.ListFormat('en').format(read)}: with that the session is used from anywhere, also when the page is closed`;
  return { ...judged, severity: 'blocker', measured: [{ summary }] };
}
