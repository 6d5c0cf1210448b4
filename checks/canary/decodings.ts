import { brotliDecompressSync, gunzipSync, inflateSync, inflateRawSync } from 'node:zlib';
import { joinedStreams } from './joined-streams.ts';

export interface Decoding {
  encoding: string;
  decoded: Buffer;
}

/** Larger bodies are not decompressed: a bomb must not take the harness down. */
const MAX_DECOMPRESSED_BYTES = 64 * 1024 * 1024;

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What the bytes may mean under each encoding that they show signs of. */
export function* decodings(bytes: Buffer, text: string): Generator<Decoding> {
  yield* decompressed(bytes);
  if (/%[0-9a-f]{2}/i.test(text)) {
    const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('latin1'),
    );
    yield { encoding: 'percent', decoded: Buffer.from(decoded, 'latin1') };
  }
  if (/&(?:#\d+|#x[0-9a-f]+|[a-z]+);?/i.test(text)) {
    const decoded = text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));?/gi, decodeEntity);
    if (decoded !== text) yield { encoding: 'html', decoded: Buffer.from(decoded, 'latin1') };
  }
  if (/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["\\/])/i.test(text)) {
    const decoded = text.replace(
      /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["\\/]))/gi,
      (_, unicode?: string, hex?: string, escaped?: string) =>
        escaped ?? String.fromCharCode(parseInt(unicode ?? hex ?? '0', 16) & 0xff),
    );
    yield { encoding: 'json', decoded: Buffer.from(decoded, 'latin1') };
  }
  for (const joined of joinedStreams(text))
    yield { encoding: 'stream', decoded: Buffer.from(joined, 'latin1') };
  if (/<[a-z/!][^<>]*>/i.test(text)) {
    yield {
      encoding: 'markup',
      decoded: Buffer.from(text.replace(/<[a-z/!][^<>]*>/gi, ''), 'latin1'),
    };
  }
}

function* decompressed(bytes: Buffer): Generator<Decoding> {
  const options = { maxOutputLength: MAX_DECOMPRESSED_BYTES };
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const zlib = bytes[0] === 0x78 && ((bytes[0] << 8) | (bytes[1] ?? 0)) % 31 === 0;
  const attempts: [string, () => Buffer][] = gzip
    ? [['gzip', () => gunzipSync(bytes, options)]]
    : zlib
      ? [['deflate', () => inflateSync(bytes, options)]]
      : looksLikeText(bytes)
        ? []
        : [
            ['brotli', () => brotliDecompressSync(bytes, options)],
            ['deflate', () => inflateRawSync(bytes, options)],
          ];
  for (const [encoding, decode] of attempts) {
    const decoded = orUndefined(decode);
    if (decoded && decoded.length > 0) yield { encoding, decoded };
  }
}

/** Bytes that merely look compressed are no error: they are then searched as they are. */
function orUndefined(decode: () => Buffer): Buffer | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

function looksLikeText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 512);
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) control += 1;
  return control * 20 <= head.length;
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
  const code = parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
  return code > 0 && code < 256 ? String.fromCharCode(code) : whole;
}
