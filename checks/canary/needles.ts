/** One literal form in which a canary can stand in bytes read as latin1. */
export interface Needle {
  /** `undefined` for the plain form. */
  encoding?: string;
  needle: string;
  foldsCase: boolean;
}

/**
 * The literal forms of a canary: plain, UTF-16 both ways, hex, base64 and base64url at the three offsets.
 * They need no decoding of the text around them, so a canary is found inside a larger encoded value too.
 *
 * @param inAnyCase whether it is the same in capitals
 */
export function needlesFor(canary: string, inAnyCase = true): Needle[] {
  const bytes = Buffer.from(inAnyCase ? canary.toLowerCase() : canary, 'utf8');
  const plain = bytes.toString('latin1');
  const forms: Needle[] = [
    { needle: plain, foldsCase: inAnyCase },
    { encoding: 'utf-16', needle: [...plain].join('\0'), foldsCase: inAnyCase },
    { encoding: 'hex', needle: bytes.toString('hex'), foldsCase: true },
  ];
  for (const needle of [base64At(bytes, 0), base64At(bytes, 1), base64At(bytes, 2)]) {
    forms.push({ encoding: 'base64', needle, foldsCase: false });
    const urlSafe = needle.replaceAll('+', '-').replaceAll('/', '_');
    if (urlSafe !== needle)
      forms.push({ encoding: 'base64url', needle: urlSafe, foldsCase: false });
  }
  return forms;
}

/** The characters of a base64 text that depend on `bytes` alone when `offset` unknown bytes stand before them. */
function base64At(bytes: Buffer, offset: 0 | 1 | 2): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return encoded.slice(first, last);
}
