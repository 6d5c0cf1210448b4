import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** Where text enters the page. */
export const SURFACES = {
  user: 'the person’s own message',
  bot: 'the bot’s reply',
} as const satisfies Record<string, string>;
export type Surface = keyof typeof SURFACES;

/** One payload, sent as a message, seen live and after a reload. */
export interface PayloadTrial {
  /** For example `image with an error handler`. */
  family: string;
  surface: Surface;
  /** The payload's harmless marker came onto the page: it really was rendered. */
  rendered: boolean;
  /** What happened that only running script brings about; empty: nothing. */
  effects: string[];
}

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
  judge: ({ trials, oracleWorks, untried = [] }) => {
    const unresolved = trials
      .filter(({ rendered, effects }) => !rendered && effects.length === 0)
      .map(
        ({ family, surface }) => `${family}, in ${SURFACES[surface]}: it never came onto the page`,
      );
    if (!oracleWorks)
      unresolved.push('the harness’s own script on the page went unnoticed by its oracle');
    const flaws = trials.filter(({ effects }) => effects.length > 0).map(describe);
    const advice = untried.map((summary) => ({ summary }));
    return judgement({ flaws, advice, unresolved, looked: trials.length > 0 });
  },
};

function describe({ family, surface, effects }: PayloadTrial): Observation {
  return {
    summary: `${family} in ${SURFACES[surface]} ran as script: ${effects.join(', ')}`,
    facts: { surface: SURFACES[surface], payload: family, effect: effects.join(', ') },
  };
}
