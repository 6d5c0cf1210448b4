import { decompressed } from './compressed.ts';
import { encodedRuns } from './encoded-runs.ts';
import { unbackslash, unentity, unpercent } from './escapes.ts';
import { joinedStreams } from './joined-streams.ts';

/** What a text may mean; one character a byte. */
export interface Decoding {
  encoding: string;
  decoded: string;
}

/** Markup, white space, and the characters of no width in UTF-8: what may stand inside a word without being read. */
const INSIDE = /<[a-z/!][^<>]*>|\s+|\xc2[\xa0\xad]|\xe2\x80[\x8b-\x8d]|\xe2\x81\xa0|\xef\xbb\xbf/gi;

/**
 * What a text may mean under each encoding that it shows signs of.
 *
 * @param through the encodings that were read already: a text without its blanks has no lines and no words any more, so
 * that only escapes are left to be read in it
 */
export function* decodings(text: string, through: readonly string[]): Generator<Decoding> {
  if (text.includes('%')) yield { encoding: 'percent', decoded: unpercent(text) };
  if (text.includes('&')) yield { encoding: 'html', decoded: unentity(text) };
  if (text.includes('\\')) yield { encoding: 'json', decoded: unbackslash(text) };
  const squeezed = through.includes('insertions');
  if (!squeezed || text.includes('<')) {
    yield { encoding: 'insertions', decoded: text.replace(INSIDE, '') };
  }
  if (squeezed) return;
  yield* decompressed(text);
  if (text.includes('\0')) yield* unwidened(text);
  for (const decoded of joinedStreams(text)) yield { encoding: 'stream', decoded };
  yield* encodedRuns(text);
}

/** UTF-16 read as bytes, of either order: the half that is not zero. */
function* unwidened(text: string): Generator<Decoding> {
  yield { encoding: 'utf-16', decoded: text.replace(/([^])\0/g, '$1') };
  yield { encoding: 'utf-16', decoded: text.replace(/\0([^])/g, '$1') };
}
