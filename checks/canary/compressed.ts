import { Decompress } from 'fzstd';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Larger bodies are not decompressed: a bomb must not take the harness down. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Bytes at the beginning by which a text is told from something else. */
const HEAD = 512;

type Format = [encoding: string, read: (bytes: Buffer) => Buffer];

const LIMIT = { maxOutputLength: MAX_BYTES };
const HEADERLESS: Format[] = [
  ['brotli', (bytes) => brotliDecompressSync(bytes, LIMIT)],
  ['deflate', (bytes) => inflateRawSync(bytes, LIMIT)],
];

/** What bytes decompress to, in the format of their first bytes, or in those that have no such sign. */
export function* decompressed(text: string): Generator<{ encoding: string; decoded: string }> {
  const formats = formatsOf(text);
  if (formats.length === 0) return;
  const bytes = Buffer.from(text, 'latin1');
  for (const [encoding, read] of formats) {
    const decoded = orUndefined(() => read(bytes));
    if (decoded && decoded.length > 0) yield { encoding, decoded: decoded.toString('latin1') };
  }
}

/** Whether text begins as a compressed format does that says so. */
export function saysCompressed(text: string): boolean {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  if (first === 0x1f && second === 0x8b) return true;
  if (first === 0x28 && second === 0xb5) return text.startsWith('\x28\xb5\x2f\xfd');
  return first === 0x78 && ((first << 8) | second) % 31 === 0;
}

/** Control characters stand in bytes, and in no text. */
export function looksLikeText(text: string): boolean {
  return !/[\0-\x08\x0e-\x1f]/.test(text.slice(0, HEAD));
}

function formatsOf(text: string): Format[] {
  if (!saysCompressed(text)) return looksLikeText(text) ? [] : HEADERLESS;
  if (text.startsWith('\x1f')) return [['gzip', (bytes) => gunzipSync(bytes, LIMIT)]];
  if (text.startsWith('\x28')) return [['zstd', unzstd]];
  return [['deflate', (bytes) => inflateSync(bytes, LIMIT)]];
}

function unzstd(bytes: Buffer): Buffer {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((chunk) => {
    size += chunk.length;
    if (size > MAX_BYTES) throw new RangeError('larger than may be decompressed');
    chunks.push(chunk);
  });
  stream.push(bytes, true);
  return Buffer.concat(chunks);
}

/** Bytes that merely look compressed are no error: they are then searched as they are. */
function orUndefined(decode: () => Buffer): Buffer | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
