/** The named HTML entities of ASCII characters that an encoder writes, and of blanks that hide inside words. */
const NAMED_ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: ' ',
  tab: '\t',
  newline: '\n',
  percnt: '%',
  num: '#',
  semi: ';',
  colon: ':',
  bsol: '\\',
  sol: '/',
  plus: '+',
  equals: '=',
  lowbar: '_',
};
const JSON_LETTERS: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Percent escapes, read until none of them hides another. */
export function unpercent(text: string): string {
  const read = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return /%25/.test(text) && read !== text ? unpercent(read) : read;
}

/** HTML entities read once: decimal, hexadecimal, and the named ones that stand for ASCII. */
export function unentity(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
      const code = parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
      return code < 256 ? String.fromCharCode(code) : whole;
    },
  );
}

/** The escapes of JSON and JavaScript strings read once. */
export function unbackslash(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["\\/'])|([nrtbf]))/gi,
    (_, unicode?: string, hex?: string, escaped?: string, letter?: string) =>
      escaped ??
      (letter === undefined
        ? String.fromCharCode(parseInt(unicode ?? hex ?? '0', 16) & 0xff)
        : (JSON_LETTERS[letter.toLowerCase()] ?? '')),
  );
}
