import { escapeForRegExp } from '../../checks/escape-for-regexp.ts';

/**
 * Escapes inside escapes are followed this far: four levels of JSON, or of URL or HTML encoding. Bounded, because an
 * unbounded run takes quadratic time on text that a hostile target may send.
 */
const BACKSLASHES = '\\\\{1,15}';
const PERCENT = '%(?:25){0,4}';
const AMPERSAND = '&(?:amp;){0,4}';

/** Below this many characters a piece of base64 is as likely to be chance as to be the secret. */
const SHORTEST_BASE64 = 6;

const NAMED_ENTITIES: Record<string, string> = {
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');

/** Either case, because encoders differ in it. */
const hexEitherCase = (hex: string): string =>
  hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** One character, as itself or in any escape of URLs, JSON, JavaScript and HTML. */
function characterPattern(character: string): string {
  const bytes = [...Buffer.from(character, 'utf8')];
  const units = [...Array(character.length).keys()].map((unit) => character.charCodeAt(unit));
  const codePoint = character.codePointAt(0) ?? 0;
  const forms = [
    // A quote or a backslash inside JSON inside JSON gathers backslashes.
    /["'\\/\n\r\t]/.test(character)
      ? `(?:${BACKSLASHES})?${escapeForRegExp(character)}`
      : escapeForRegExp(character),
    bytes.map((byte) => `${PERCENT}${hexEitherCase(hexByte(byte))}`).join(''),
    units
      .map((unit) => `${BACKSLASHES}u${hexEitherCase(unit.toString(16).padStart(4, '0'))}`)
      .join(''),
    `${AMPERSAND}#0{0,6}${codePoint};`,
    `${AMPERSAND}#[xX]0{0,6}${hexEitherCase(codePoint.toString(16))};`,
  ];
  if (bytes.length === 1) forms.push(`${BACKSLASHES}x${hexEitherCase(hexByte(codePoint))}`);
  const entity = NAMED_ENTITIES[character];
  if (entity !== undefined) forms.push(entity.replace('&', AMPERSAND));
  if (character === ' ') forms.push('\\+');
  if (character === '\n') forms.push(`${BACKSLASHES}n`);
  if (character === '\r') forms.push(`${BACKSLASHES}r`);
  if (character === '\t') forms.push(`${BACKSLASHES}t`);
  return `(?:${forms.join('|')})`;
}

/** The base64 characters that depend on the secret alone when it stands `offset` bytes (0, 1, 2) into what was encoded. */
function base64Pattern(bytes: Buffer, offset: number): string | undefined {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const dependsOnNeighbour = (offset + bytes.length) % 3 === 0 ? 0 : 1;
  const core = encoded.slice(
    Math.ceil((offset * 8) / 6),
    dependsOnNeighbour === 0 ? undefined : -dependsOnNeighbour,
  );
  if (core.length < SHORTEST_BASE64) return undefined;
  const spelled = [...core].map((character) => {
    if (character === '+') return '(?:\\+|-|%2[bB])';
    if (character === '/') return `(?:(?:${BACKSLASHES})?\\/|_|%2[fF])`;
    return character;
  });
  // The rest of the quantum that ends the secret still carries some of its bits.
  return `${spelled.join('')}[A-Za-z0-9+/_-]?={0,2}`;
}

/**
 * Source of a regular expression that finds a secret raw, URL-, JSON-, JavaScript- and HTML-escaped, in hex, and in
 * base64 (both alphabets) at each of the three offsets at which it can stand in what was encoded.
 */
export function secretPattern(secret: string): string {
  const bytes = Buffer.from(secret, 'utf8');
  const hex = [...bytes].map((byte) => hexEitherCase(hexByte(byte))).join('');
  const base64 = [0, 1, 2]
    .map((offset) => base64Pattern(bytes, offset))
    .filter((pattern) => pattern !== undefined);
  return [[...secret].map(characterPattern).join(''), hex, ...base64].join('|');
}
