import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** One encoding that a product may put over a text; one character a byte, before and after. */
export interface Encoder {
  encode: (text: string) => string;
  /** Its result is bytes, and nothing may be put inside it. */
  binary?: true;
  /** It puts something inside a text, so that it needs one. */
  needsText?: true;
  /** It leaves line breaks in its result, which a line-wise encoding over it would take for its own. */
  lines?: true;
  /** Its result means something else in capitals. */
  minds?: true;
}

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const each = (text: string, write: (code: number) => string): string =>
  [...text].map((char) => write(char.charCodeAt(0))).join('');
const hex = (code: number, length: number): string => code.toString(16).padStart(length, '0');
const percent = (text: string): string => each(text, (code) => `%${hex(code, 2)}`);
const pieces = (text: string): string[] => text.match(/[^]{1,3}/g) ?? [];
const swapped = (bytes: Buffer): Buffer => bytes.swap16();

/** A frame of one uncompressed block, as the format allows (RFC 8878 3.1.1). */
function zstdOf(bytes: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(0xfd2fb528, 0);
  head.writeUInt8(0xa0, 4);
  head.writeUInt32LE(bytes.length, 5);
  head.writeUIntLE((bytes.length << 3) | 1, 9, 3);
  return Buffer.concat([head, bytes]);
}

function base64At(offset: number, form: 'base64' | 'base64url'): Encoder {
  return {
    encode: (text) => bytesOf('\n'.repeat(offset) + text).toString(form),
    minds: true,
  };
}

export const ENCODERS: Record<string, Encoder> = {
  'upper case': { encode: (text) => text.toUpperCase(), needsText: true, lines: true },
  'decimal HTML entities': { encode: (text) => each(text, (code) => `&#${code};`) },
  'hexadecimal HTML entities': { encode: (text) => each(text, (code) => `&#x${hex(code, 2)};`) },
  'named HTML entities': {
    encode: (text) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    needsText: true,
    lines: true,
  },
  'JSON escapes': { encode: (text) => each(text, (code) => `\\u${hex(code, 4)}`) },
  'percent once': { encode: percent },
  'percent twice': { encode: (text) => percent(text).replaceAll('%', '%25') },
  base64: base64At(0, 'base64'),
  'base64 after one byte': base64At(1, 'base64'),
  'base64 after two bytes': base64At(2, 'base64'),
  base64url: base64At(0, 'base64url'),
  'base64url after one byte': base64At(1, 'base64url'),
  'base64url after two bytes': base64At(2, 'base64url'),
  hex: { encode: (text) => bytesOf(text).toString('hex') },
  'UTF-16 little-endian': { encode: (text) => latin1(Buffer.from(text, 'utf16le')), binary: true },
  'UTF-16 big-endian': {
    encode: (text) => latin1(swapped(Buffer.from(text, 'utf16le'))),
    binary: true,
  },
  gzip: { encode: (text) => latin1(gzipSync(bytesOf(text))), binary: true },
  deflate: { encode: (text) => latin1(deflateSync(bytesOf(text))), binary: true },
  'raw deflate': { encode: (text) => latin1(deflateRawSync(bytesOf(text))), binary: true },
  brotli: { encode: (text) => latin1(brotliCompressSync(bytesOf(text))), binary: true },
  zstd: { encode: (text) => latin1(zstdOf(bytesOf(text))), binary: true },
  'markup inside': {
    encode: (text) => pieces(text).join('</b><b class="hit">'),
    needsText: true,
    lines: true,
  },
  'white space inside': {
    encode: (text) => pieces(text).join(' \n'),
    needsText: true,
    lines: true,
  },
  'data fields': {
    encode: (text) =>
      pieces(text)
        .map((piece) => `data: ${piece}\n\n`)
        .join(''),
    needsText: true,
    lines: true,
  },
  'JSON deltas': {
    encode: (text) =>
      pieces(text)
        .map((content) => `data: ${JSON.stringify({ id: 'r1', delta: { content } })}\n\n`)
        .join(''),
    needsText: true,
    lines: true,
  },
  ndjson: {
    encode: (text) =>
      pieces(text)
        .map((content) => `${JSON.stringify({ message: { content }, done: false })}\n`)
        .join(''),
    needsText: true,
    lines: true,
  },
};

const STREAMS = ['data fields', 'JSON deltas', 'ndjson'];
const INSIDE = ['markup inside', 'white space inside'];

/** Pairs whose result a reader could not read either: something is put into bytes, or capitals lose what matters. */
export function makesSense(inner: string, outer: string): boolean {
  const [below, above] = [ENCODERS[inner], ENCODERS[outer]];
  if (!below || !above) return false;
  if (below.binary && above.needsText) return false;
  // Compressed bytes begin where their format begins.
  if (below.binary && / after (one|two) bytes?$/.test(outer)) return inner.startsWith('UTF-16');
  if (below.minds && outer === 'upper case') return false;
  // An event stream is made of its lines: what is put inside these leaves no stream.
  if (STREAMS.includes(inner) && INSIDE.includes(outer)) return false;
  return !(outer === 'data fields' && below.lines === true && inner !== 'upper case');
}
