import { decodings } from './decodings.ts';
import { exactNeedlesFor, type Needle, needlesFor } from './needles.ts';

/** Where a canary was seen, and through which encodings, outermost first: `['gzip', 'percent']`; `[]` is plain. */
export interface CanarySighting {
  encodings: string[];
  /** Offset in the decoded text or bytes of the innermost encoding. */
  offset: number;
}

/** How many encodings may lie over one another. */
const MAX_DEPTH = 3;
/** Of longer texts (in bytes) two: nobody encodes a whole page three times. */
const LONG = 8 * 1024;
const MAX_DEPTH_OF_LONG = 2;

/** What a text may mean. */
export interface Reading {
  text: string;
  /** Outermost first. */
  encodings: string[];
}

/**
 * Looks for a canary in bytes or text, through the encodings that web products put over text.
 *
 * @param canary the marker, `[a-z0-9]` only; matched without case
 * @param haystack a body, a storage value, a URL, a page's text
 * @returns the first sighting, the one with the fewest encodings; undefined: none
 */
export function findCanary(canary: string, haystack: Buffer | string): CanarySighting | undefined {
  return search(needlesFor(canary), haystack);
}

/**
 * Looks for a credential or a password to the letter, through the same encodings.
 *
 * @param value at least 8 characters, or it would be found by chance
 */
export function findExactly(value: string, haystack: Buffer | string): CanarySighting | undefined {
  return search(exactNeedlesFor(value), haystack);
}

function search(needles: readonly Needle[], haystack: Buffer | string): CanarySighting | undefined {
  const shortest = Math.min(...needles.map(({ needle }) => needle.length));
  for (const { text, encodings } of readingsOf(haystack, shortest)) {
    const offset = sighting(needles, text);
    if (offset) return { ...offset, encodings: [...encodings, ...offset.encodings] };
  }
  return undefined;
}

/**
 * All that bytes or a text may mean, the fewest encodings first; one character a byte.
 *
 * @param shortest what is shorter is not worth reading; characters
 */
export function* readingsOf(haystack: Buffer | string, shortest: number): Generator<Reading> {
  const bytes = typeof haystack === 'string' ? Buffer.from(haystack, 'utf8') : haystack;
  // Readings are compared as a whole: two ways often lead to the same text.
  const seen = new Set<string>();
  let readings: Reading[] = [{ text: bytes.toString('latin1'), encodings: [] }];
  for (let depth = 0; readings.length > 0; depth += 1) {
    const next: Reading[] = [];
    for (const reading of readings) {
      const { text, encodings } = reading;
      if (text.length < shortest || seen.has(text)) continue;
      seen.add(text);
      yield reading;
      if (depth >= (text.length > LONG ? MAX_DEPTH_OF_LONG : MAX_DEPTH)) continue;
      for (const { encoding, decoded } of decodings(text, encodings)) {
        if (decoded !== text) next.push({ text: decoded, encodings: [...encodings, encoding] });
      }
    }
    readings = next;
  }
}

function sighting(needles: readonly Needle[], text: string): CanarySighting | undefined {
  const folded = text.toLowerCase();
  for (const { encoding, needle, foldsCase } of needles) {
    const offset = (foldsCase ? folded : text).indexOf(needle);
    if (offset >= 0) return { encodings: encoding ? [encoding] : [], offset };
  }
  return undefined;
}
