import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { judgeTrials, type PayloadTrial } from './payload-trials.ts';

export interface ScriptEvidence {
  trials: PayloadTrial[];
  /** Surfaces that the product does not have, in words. */
  untried?: string[];
  /** The oracle noticed the harness's own call on the same page: it would notice a payload's. */
  oracleWorks: boolean;
}

export const messagesDoNotRunAsScript: Check<ScriptEvidence> = {
  title: 'neither user text nor bot reply runs as script',
  severity: 'critical',
  standards: [STANDARDS.asvs121, STANDARDS.asvs131, STANDARDS.asvs322, STANDARDS.llm05],
  cause:
    'Text is put into the page as HTML (innerHTML, `v-html`, `dangerouslySetInnerHTML`, a Markdown renderer that lets raw HTML or script links through) without a sanitiser behind it.',
  consequence:
    'Whoever gets text in front of a person (a shared chat, a document that the bot reads, a poisoned model) runs script in her session: it reads her conversations and acts as her.',
  fix: 'Show user text as text. Render Markdown with raw HTML off and pass the result through a maintained sanitiser (DOMPurify) as the last step; forbid inline script by Content-Security-Policy as the second line.',
  judge: ({ trials, oracleWorks, untried }) =>
    judgeTrials(
      trials,
      'ran as script',
      oracleWorks ? [] : ['the harness’s own script on the page went unnoticed by its oracle'],
      untried,
    ),
};
