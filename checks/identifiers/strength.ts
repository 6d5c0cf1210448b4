import { orderedSpans, type Span, stepOf, timeSpans } from './order.ts';
import { positionsOf } from './positions.ts';

/** What a set of identifiers tells of how they were made; no value itself. Proves weakness, never strength. */
export interface IdentifierStrength {
  /** How many values were looked at. */
  samples: number;
  /** In characters: one number, or a range such as `20–24`. */
  length: string;
  /** At most so many bits of a value can be random. */
  bits: number;
  /** Positions that held the same in all values. */
  staticPositions: number;
  /** Positions that follow the time of issue, or the order. */
  orderedPositions: number;
  /** Values that had been issued before. */
  duplicates: number;
  /** Each value is the one before and at most so much more or less; absent: it is not. */
  step?: string;
}

/** Fewer values than that show no counter or time with certainty. */
export const ENOUGH_SAMPLES = 20;

/**
 * Judges identifiers by their looks: what never changes, what counts, and what tells the time.
 *
 * @param values of one kind, in the order of issue, each issued for something else
 * @param times milliseconds since the epoch at which each was issued; without them no time is recognised as such
 */
export function strengthOf(
  values: readonly string[],
  times: readonly number[] = [],
): IdentifierStrength {
  const lengths = values.map(({ length }) => length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  const views = [evened(values), decoded(values)]
    .filter((view) => view !== undefined)
    .map((view) => measure(view, times))
    .sort((a, b) => a.bits - b.bits);
  const [weakest = { bits: 0, staticPositions: 0, orderedPositions: 0 }] = views;
  const step = values.length > 2 ? stepOf(values) : undefined;
  return {
    samples: values.length,
    length: shortest === longest ? String(longest) : `${shortest}–${longest}`,
    ...weakest,
    duplicates: values.length - new Set(values).size,
    ...(step === undefined ? {} : { step: String(step) }),
  };
}

/** What is wrong with identifiers, in words. */
export function weaknesses(strength: IdentifierStrength, leastBits: number): string[] {
  const { bits, samples, staticPositions, orderedPositions, duplicates, step, length } = strength;
  const found: string[] = [];
  if (duplicates > 0) found.push(`${duplicates} of ${samples} values had been issued before`);
  if (step !== undefined) {
    found.push(`each value is the one before and at most ${step} more or less`);
  }
  if (bits < leastBits) {
    const why = [
      ...(staticPositions > 0 ? [`${staticPositions} of them never change`] : []),
      ...(orderedPositions > 0
        ? [`${orderedPositions} follow the time or the order of issue`]
        : []),
    ].join(', and ');
    found.push(
      `at most ${Math.floor(bits)} bits of its ${length} characters can be random, and ${leastBits} are needed${why === '' ? '' : `: ${why}`}`,
    );
  }
  return found;
}

type Measured = Pick<IdentifierStrength, 'bits' | 'staticPositions' | 'orderedPositions'>;

function measure(values: readonly string[], times: readonly number[]): Measured {
  const positions = positionsOf(values);
  const spans: Span[] = [
    ...timeSpans(values, times),
    ...(values.length >= ENOUGH_SAMPLES ? orderedSpans(values) : []),
  ];
  const ordered = (at: number): boolean => spans.some(({ from, to }) => from <= at && at < to);
  const bits = positions.reduce((sum, position, at) => sum + (ordered(at) ? 0 : position.bits), 0);
  return {
    bits,
    staticPositions: positions.filter((position) => position.bits === 0).length,
    orderedPositions: positions.filter((position, at) => position.bits > 0 && ordered(at)).length,
  };
}

/** All of one length: numbers are filled up in front, other texts behind. */
function evened(values: readonly string[]): string[] {
  const length = Math.max(...values.map((value) => value.length));
  const numbers = values.every((value) => /^\d+$/.test(value));
  return values.map((value) => (numbers ? value.padStart(length, '0') : value.padEnd(length, '~')));
}

/** What base64 hides: as text where it is one, as hex otherwise; undefined where the values are no base64. */
function decoded(values: readonly string[]): string[] | undefined {
  const [length] = values.map((value) => value.length);
  const fits = values.every(
    (value) =>
      value.length === length && /^[\w+/-]{8,}={0,2}$/.test(value) && !/^[\da-f]+$/i.test(value),
  );
  if (!fits) return undefined;
  const bytes = values.map((value) => Buffer.from(value, 'base64'));
  const texts = bytes.map((each) => each.toString('latin1'));
  if (texts.every((text) => /^[ -~]+$/.test(text))) return evened(texts);
  return bytes.map((each) => each.toString('hex'));
}
