/** What one position of equally long values may hold. */
export interface Position {
  /** Values that were seen there. */
  distinct: number;
  /** Upper bound of what it can add to a guess, in bits. */
  bits: number;
}

/** Less likely than this is taken for no accident. */
const NO_ACCIDENT = 1e-9;
const ALPHABETS: readonly [RegExp, number][] = [
  [/^\d*$/, 10],
  [/^[\da-f]*$/, 16],
  [/^[\dA-F]*$/, 16],
  [/^[\da-z]*$/, 36],
  [/^[\dA-Z]*$/, 36],
  [/^[\da-zA-Z]*$/, 62],
  [/^[\w-]*$/, 64],
  [/^[\da-zA-Z+/=]*$/, 64],
];
const PRINTABLE = 94;
/** One character of a UUID says in two of its bits that it is one, and has two to spare (RFC 9562 4.1). */
const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
const VARIANT_AT = 19;
const VARIANT_BITS = 2;

/**
 * The positions of equally long values, each with its upper bound: the logarithm of the alphabet, or of the values that
 * were seen, where so few of the alphabet cannot be an accident. Zero where it never changes.
 *
 * Of few values, some positions are alike by accident; as many as chance allows are counted as if they had changed.
 */
export function positionsOf(values: readonly string[]): Position[] {
  const columns = Array.from({ length: values[0]?.length ?? 0 }, (_, at) =>
    values.map((value) => value.charAt(at)),
  );
  const changing = columns.filter((column) => new Set(column).size > 1);
  const seen = (changing.length > 0 ? changing : columns).flat().join('');
  const alphabet = ALPHABETS.find(([form]) => form.test(seen))?.[1] ?? PRINTABLE;
  const uuids = values.every((value) => UUID.test(value));
  let accidents = accidentsAmong(columns.length, alphabet ** (1 - values.length));
  return columns.map((column, at) => {
    const distinct = new Set(column).size;
    const separator = distinct === 1 && /[^\da-zA-Z]/.test(column[0] ?? '');
    if (distinct === 1 && !separator && accidents > 0) {
      accidents -= 1;
      return { distinct, bits: Math.log2(alphabet) };
    }
    if (distinct === 1) return { distinct, bits: 0 };
    if (uuids && at === VARIANT_AT) return { distinct, bits: VARIANT_BITS };
    return { distinct, bits: Math.log2(size(distinct, alphabet, values.length)) };
  });
}

/** How many of `count` events of this chance can happen together without being a sign of anything. */
function accidentsAmong(count: number, chance: number): number {
  if (chance >= 1) return count;
  let exactly = (1 - chance) ** count;
  let tail = 1 - exactly;
  let accidents = 0;
  while (tail > NO_ACCIDENT && accidents < count) {
    accidents += 1;
    exactly *= ((count - accidents + 1) / accidents) * (chance / (1 - chance));
    tail -= exactly;
  }
  return accidents;
}

/** The alphabet of a position: what was seen there, where seeing so little of the whole is no accident. */
function size(distinct: number, alphabet: number, samples: number): number {
  if (distinct >= alphabet) return distinct;
  let choices = 1;
  for (let index = 0; index < distinct; index += 1) {
    choices *= (alphabet - index) / (index + 1);
  }
  const chance = choices * (distinct / alphabet) ** samples;
  return chance < NO_ACCIDENT / 100 ? distinct : alphabet;
}
