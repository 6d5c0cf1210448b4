import type { Judgement, Observation } from '../verdict.ts';

/** Flaws decide before open questions, and open questions before a pass. Nothing looked at is an open question. */
export function judgement(found: {
  flaws?: Observation[];
  advice?: Observation[];
  unresolved?: string[];
  looked: boolean;
}): Judgement {
  const flaws = found.flaws ?? [];
  const advice = found.advice ?? [];
  // Many attacks share their controls.
  const unresolved = [...new Set(found.unresolved ?? [])];
  if (!found.looked) unresolved.push('nothing was tried, so nothing is known');
  const outcome = flaws.length > 0 ? 'fail' : unresolved.length > 0 ? 'inconclusive' : 'pass';
  return { outcome, flaws, advice, unresolved };
}
