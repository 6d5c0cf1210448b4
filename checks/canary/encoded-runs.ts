import { looksLikeText, saysCompressed } from './compressed.ts';

/** As many characters of base64 hold a canary; fewer hold none. */
const RUN = /[\w+/-]{27,}={0,2}/g;
const HEX = /^[0-9a-f]+$/i;
/** Characters by whose meaning it is decided whether a run is worth reading. */
const SAMPLE = 64;

interface Run {
  encoding: string;
  decoded: string;
}

/**
 * What the runs of base64 and hex in a text stand for: all that are texts joined in one, and each of those that are
 * bytes on its own. Where a run is most of the text, it is read whatever it seems to be.
 */
export function* encodedRuns(text: string): Generator<Run> {
  const texts = new Map<string, string[]>();
  for (const [run] of text.matchAll(RUN)) {
    const whole = run.length * 2 >= text.length;
    for (const { encoding, decoded } of readings(run, whole)) {
      if (whole || !looksLikeText(decoded)) yield { encoding, decoded };
      else texts.set(encoding, [...(texts.get(encoding) ?? []), decoded]);
    }
  }
  for (const [encoding, found] of texts) yield { encoding, decoded: found.join('\n') };
}

function* readings(run: string, whole: boolean): Generator<Run> {
  if (HEX.test(run)) {
    for (const start of [0, 1]) {
      const decoded = Buffer.from(run.slice(start), 'hex').toString('latin1');
      if (whole || worthReading(decoded)) yield { encoding: 'hex', decoded };
    }
  }
  // A word may stand directly before the encoded text, and shift it.
  for (const start of [0, 1, 2, 3]) {
    const sample = Buffer.from(run.slice(start, start + SAMPLE), 'base64').toString('latin1');
    if (!worthReading(sample) && !(whole && start === 0)) continue;
    const decoded = Buffer.from(run.slice(start), 'base64').toString('latin1');
    yield { encoding: 'base64', decoded };
  }
}

/** Texts of all kinds, UTF-16 among them, and what says that it is compressed. */
function worthReading(decoded: string): boolean {
  if (saysCompressed(decoded)) return true;
  const odd = decoded.replace(/[\t\n\r -~\0]|\xc2[\x80-\xbf]|\xe2\x80./g, '');
  return odd.length * 8 <= decoded.length;
}
