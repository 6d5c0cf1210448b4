import type { Check } from '../check.ts';
import { STANDARDS } from '../standards.ts';
import { judgeTrials, type PayloadTrial } from './payload-trials.ts';

export interface ExfiltrationEvidence {
  /** The effects are requests that arrived at another site while nobody clicked anything. */
  trials: PayloadTrial[];
  /** What could not be tried, in words. */
  untried?: string[];
  /** A page at the product's address that forbids nothing did reach the other site: a message could have. */
  siteHeard: boolean;
}

export const messagesSendNothingElsewhere: Check<ExfiltrationEvidence> = {
  title: 'what is said makes the page send nothing to another site',
  severity: 'critical',
  standards: [
    STANDARDS.asvs131,
    STANDARDS.asvs135,
    STANDARDS.asvs343,
    STANDARDS.llm05,
    STANDARDS.llm01,
  ],
  cause:
    'Messages may hold pictures, media, frames, styles or previews, which the page fetches from wherever they point to, and no Content-Security-Policy keeps it from doing so (`img-src *` or `https:`, or a proxy on the list of allowed hosts).',
  consequence:
    'Text that reaches the bot (a document, a mail, a web page) makes it write a picture whose address holds what the person said: it leaves without a click, as in EchoLeak (CVE-2025-32711), and tells the attacker who reads it and when.',
  fix: 'Show pictures of a message as links, or load them through a proxy of your own that fetches only what the person asked for. Let the sanitiser take away what loads (images, media, frames, styles, `link`, `meta`), and hold `img-src`, `media-src`, `style-src`, `frame-src` and `connect-src` of the Content-Security-Policy to your own origin. Make previews of links only when they are asked for.',
  judge: ({ trials, siteHeard, untried }) =>
    judgeTrials(
      trials,
      'made a request to another site, without a click',
      siteHeard
        ? []
        : ['the second site did not hear even a page that may load everything from it'],
      untried,
    ),
};
