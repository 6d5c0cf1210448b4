import { judgement } from '../evidence/judgement.ts';
import type { Judgement } from '../verdict.ts';

/** Where text of somebody's choosing comes onto a page. */
export const SURFACES = {
  user: 'the person’s own message',
  bot: 'the bot’s reply',
  title: 'the conversation’s title',
  name: 'the person’s display name',
  file: 'the name of a file',
  share: 'the page behind the share link',
  /** Where the effect was seen, and nothing on the page told which of the two brought it about. */
  either: 'the person’s own message or the bot’s reply',
} as const satisfies Record<string, string>;
export type Surface = keyof typeof SURFACES;

/** One payload in one place, seen live and after a reload. */
export interface PayloadTrial {
  /** For example `an image with an error handler`. */
  family: string;
  surface: Surface;
  /** The payload's harmless marker came onto the page: it really was rendered. */
  rendered: boolean;
  /** What happened that the payload alone brings about; empty: nothing. */
  effects: string[];
}

/**
 * Judges payloads by their effects. One that had none counts only where it came onto the page.
 *
 * @param deeds what a payload does, as in “an image in the bot’s reply …”
 * @param failed the controls that failed, in words
 * @param untried surfaces that the product does not have, in words; told as advice
 */
export function judgeTrials(
  trials: readonly PayloadTrial[],
  deeds: string,
  failed: readonly string[],
  untried: readonly string[] = [],
): Judgement {
  const unresolved = trials
    .filter(({ rendered, effects }) => !rendered && effects.length === 0)
    .map(
      ({ family, surface }) => `${family}, in ${SURFACES[surface]}: it never came onto the page`,
    );
  unresolved.push(...failed);
  const flaws = trials
    .filter(({ effects }) => effects.length > 0)
    .map(({ family, surface, effects }) => ({
      summary: `${family} in ${SURFACES[surface]} ${deeds}: ${effects.join(', ')}`,
      facts: { surface: SURFACES[surface], payload: family, effect: effects.join(', ') },
    }));
  const advice = untried.map((summary) => ({ summary }));
  return judgement({ flaws, advice, unresolved, looked: trials.length > 0 });
}
