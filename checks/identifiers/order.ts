/** Less likely than this is taken for no accident: a value is looked at in a thousand windows. */
const NO_ACCIDENT = 1e-12;
/** Milliseconds by which the clocks of product and harness may differ. */
const CLOCKS_MS = 86_400_000;
/** A counter that others use meanwhile goes on by more than one. */
const LARGEST_STEP = 1000n;
const UNLIKELY_STEPS = 1e-6;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Positions `from` to `to` (exclusive) of the values. */
export interface Span {
  from: number;
  to: number;
}

interface Clock {
  form: RegExp;
  length: number;
  toMs: (text: string) => number;
}

/** The ways in which identifiers carry a time (Unix seconds or milliseconds, ULID). */
const CLOCKS: readonly Clock[] = [
  { form: /^\d{13}$/, length: 13, toMs: Number },
  { form: /^[\da-f]{12}$/i, length: 12, toMs: (text) => parseInt(text, 16) },
  { form: /^[\da-f]{11}$/i, length: 11, toMs: (text) => parseInt(text, 16) },
  {
    form: /^[\da-f]{8}-[\da-f]{4}$/i,
    length: 13,
    toMs: (text) => parseInt(text.replace('-', ''), 16),
  },
  { form: /^\d{10}$/, length: 10, toMs: (text) => Number(text) * 1000 },
  { form: /^[\da-f]{8}$/i, length: 8, toMs: (text) => parseInt(text, 16) * 1000 },
  { form: /^[0-7][0-9A-HJKMNP-TV-Z]{9}$/i, length: 10, toMs: crockford },
];

/** The parts of equally long values that are the time at which each was issued. */
export function timeSpans(values: readonly string[], times: readonly number[]): Span[] {
  const spans: Span[] = [];
  const length = values[0]?.length ?? 0;
  for (const clock of CLOCKS) {
    for (let from = 0; from + clock.length <= length; from += 1) {
      const to = from + clock.length;
      const tells = values.every((value, index) => {
        const text = value.slice(from, to);
        const at = times[index];
        return at !== undefined && clock.form.test(text) && near(clock.toMs(text), at);
      });
      if (tells) spans.push({ from, to });
    }
  }
  return spans;
}

/**
 * The shortest parts of equally long values that never fall from one to the next, where that is no accident: a time or
 * a counter. Values of one position are compared as characters, which keeps the order of digits and hex.
 */
export function orderedSpans(values: readonly string[]): Span[] {
  const spans: Span[] = [];
  const length = values[0]?.length ?? 0;
  for (let from = 0; from < length; from += 1) {
    for (let to = from + 1; to <= length; to += 1) {
      const parts = values.map((value) => value.slice(from, to));
      if (!neverFalls(parts)) break;
      if (accident(new Set(parts).size, parts.length) < NO_ACCIDENT) {
        spans.push({ from, to });
        break;
      }
    }
  }
  return spans;
}

/** The largest difference between one number and the next, where all are small; undefined for other values. */
export function stepOf(values: readonly string[]): bigint | undefined {
  for (const form of [/^\d+$/, /^[\da-f]+$/i, /^[\da-z]+$/i]) {
    if (!values.every((value) => form.test(value))) continue;
    const radix = form.test('z') ? 36n : form.test('f') ? 16n : 10n;
    const numbers = values.map((value) => numberOf(value, radix));
    const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0n));
    const sizes = steps.map((step) => (step < 0n ? -step : step));
    const largest = sizes.reduce((a, b) => (a > b ? a : b), 0n);
    const highest = numbers.reduce((a, b) => (a > b ? a : b), 0n);
    const chance = (Number(2n * largest + 1n) / Number(highest + 1n)) ** steps.length;
    if (largest > 0n && largest <= LARGEST_STEP && chance < UNLIKELY_STEPS) return largest;
  }
  return undefined;
}

function neverFalls(parts: readonly string[]): boolean {
  return parts.every((part, index) => index === 0 || (parts[index - 1] ?? '') <= part);
}

/** The chance that `samples` random draws from `distinct` values come in order: C(n + d − 1, n) / dⁿ. */
function accident(distinct: number, samples: number): number {
  if (distinct < 2) return 1;
  let chance = 1;
  for (let index = 1; index <= samples; index += 1) {
    chance *= (distinct - 1 + index) / index / distinct;
  }
  return chance;
}

function near(ms: number, at: number): boolean {
  return Math.abs(ms - at) <= CLOCKS_MS;
}

function crockford(text: string): number {
  return [...text.toUpperCase()].reduce((sum, char) => sum * 32 + CROCKFORD.indexOf(char), 0);
}

function numberOf(text: string, radix: bigint): bigint {
  return [...text.toLowerCase()].reduce(
    (sum, char) => sum * radix + BigInt(parseInt(char, 36)),
    0n,
  );
}

/** Whether one identifier is counted on from another. */
export function isNear(one: string, other: string): boolean {
  return [10n, 16n].some((radix) => {
    const form = radix === 10n ? /^\d+$/ : /^[\da-f]+$/i;
    if (!form.test(one) || !form.test(other)) return false;
    const step = numberOf(one, radix) - numberOf(other, radix);
    return step !== 0n && (step < 0n ? -step : step) <= LARGEST_STEP;
  });
}
