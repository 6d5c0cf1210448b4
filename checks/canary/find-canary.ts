import { decodings } from './decodings.ts';
import { needlesFor } from './needles.ts';

/** Where a canary was seen, and through which encodings, outermost first: `['gzip', 'percent']`; `[]` is plain. */
export interface CanarySighting {
  encodings: string[];
  /** Offset in the decoded text or bytes of the innermost encoding. */
  offset: number;
}

/** How many encodings may lie over one another. */
const MAX_DEPTH = 3;

/**
 * Looks for a canary in bytes or text, through the encodings that web products put over text.
 *
 * @param canary the marker, `[a-z0-9]` only; matched without case
 * @param haystack a body, a storage value, a URL, a page's text
 * @returns the first sighting, or undefined
 */
export function findCanary(canary: string, haystack: Buffer | string): CanarySighting | undefined {
  const bytes = typeof haystack === 'string' ? Buffer.from(haystack, 'utf8') : haystack;
  return search(needlesFor(canary), bytes, [], new Set());
}

function search(
  needles: ReturnType<typeof needlesFor>,
  bytes: Buffer,
  encodings: string[],
  seen: Set<string>,
): CanarySighting | undefined {
  const text = bytes.toString('latin1');
  const folded = text.toLowerCase();
  for (const { encoding, needle, foldsCase } of needles) {
    const offset = (foldsCase ? folded : text).indexOf(needle);
    if (offset >= 0) return { encodings: encoding ? [...encodings, encoding] : encodings, offset };
  }
  if (encodings.length >= MAX_DEPTH) return undefined;
  for (const { encoding, decoded } of decodings(bytes, text)) {
    const key = `${decoded.length}:${decoded.subarray(0, 64).toString('latin1')}:${encoding}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const found = search(needles, decoded, [...encodings, encoding], seen);
    if (found) return found;
  }
  return undefined;
}
