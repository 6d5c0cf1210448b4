import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import AdmZip from 'adm-zip';

/** The ways in which a secret may be written: raw, for URLs and JSON, in hex, and in base64 at its three offsets. */
export function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // Only what depends on the secret alone: neither on what stands before it nor on what stands behind.
    const whole = encoded.slice(offset === 0 ? 0 : offset + 1, -4);
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [
    ...new Set([
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      hex,
      hex.toUpperCase(),
      ...base64,
    ]),
  ];
}

/** Where a secret was found; never the secret itself. */
export interface Hit {
  where: string;
  secret: string;
}

/** Looks for secrets in texts and files, in archives and in base64 within them. Hits name the secret by its label. */
export class SecretSearch {
  readonly #needles: { label: string; spelling: string }[];

  /** @param secrets values by a label that may be shown */
  constructor(secrets: ReadonlyMap<string, string>) {
    this.#needles = [...secrets].flatMap(([label, secret]) =>
      spellingsOf(secret).map((spelling) => ({ label, spelling })),
    );
  }

  inFiles(files: readonly string[]): Hit[] {
    return files.flatMap((file) => this.inBytes(file, readFileSync(file)));
  }

  inBytes(where: string, bytes: Buffer): Hit[] {
    return layers(where, bytes).flatMap((layer) => {
      const text = layer.bytes.toString('latin1');
      return this.#needles
        .filter(({ spelling }) => text.includes(Buffer.from(spelling).toString('latin1')))
        .map(({ label }) => ({ where: layer.where, secret: label }));
    });
  }
}

interface Layer {
  where: string;
  bytes: Buffer;
}

/** A piece of base64 that is shorter than this holds no more than what the spellings find. In characters. */
const EMBEDDED = /[A-Za-z0-9+/]{64,}={0,2}/g;

/** The bytes themselves, and whatever is packed in them, to any depth. */
function layers(where: string, bytes: Buffer): Layer[] {
  return [
    { where, bytes },
    ...packed(where, bytes).flatMap((inner) => layers(inner.where, inner.bytes)),
  ];
}

function packed(where: string, bytes: Buffer): Layer[] {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    return new AdmZip(bytes)
      .getEntries()
      .map((entry) => ({ where: `${where} › ${entry.entryName}`, bytes: entry.getData() }));
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return [{ where: `${where} › gzip`, bytes: gunzipSync(bytes) }];
  }
  return [...bytes.toString('latin1').matchAll(EMBEDDED)].map(([text], index) => ({
    where: `${where} › base64 ${index + 1}`,
    bytes: Buffer.from(text, 'base64'),
  }));
}
