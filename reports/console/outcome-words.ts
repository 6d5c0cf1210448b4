import type { ResultOutcome } from '../run/test-record.ts';
import type { Ink } from './screen.ts';

/** How an outcome is written: a sign and a word, so that it reads without colour too. */
export const OUTCOME_WORDS: Record<ResultOutcome, { sign: string; word: string; ink: Ink[] }> = {
  fail: { sign: '✗', word: 'FLAW', ink: ['red', 'bold'] },
  inconclusive: { sign: '?', word: 'inconclusive', ink: ['yellow', 'bold'] },
  'not run': { sign: '·', word: 'not run', ink: ['dim'] },
  pass: { sign: '✓', word: 'pass', ink: ['green'] },
  skipped: { sign: '○', word: 'skipped', ink: ['dim'] },
};
