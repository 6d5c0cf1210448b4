import type { Alteration } from './alterations.ts';
import { embeddedJwts } from './embedded-jwts.ts';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PARTS = ['header', 'claims', 'signature'];

/**
 * Other ways to write the same token: they decode to the same bytes, so that a lax reader takes them for it, and a list
 * of revoked texts does not hold them.
 *
 * @param value as sent, an authentication scheme such as `Bearer ` included
 */
export function respellings(value: string): Alteration[] {
  const found = embeddedJwts(value).flatMap(({ token, withToken }) =>
    tokenRespellings(token).map((one) => ({ ...one, value: withToken(one.value) })),
  );
  const [, scheme, rest = ''] = /^([A-Za-z]+) (.*)$/s.exec(value) ?? [];
  if (scheme !== undefined) {
    for (const other of [scheme.toLowerCase(), scheme.toUpperCase()]) {
      found.push({ name: `the token after “${other}”`, value: `${other} ${rest}` });
    }
    found.push(
      { name: 'the token after two spaces', value: `${scheme}  ${rest}` },
      { name: 'the token after a tab', value: `${scheme} \t${rest}` },
    );
  }
  return found.filter((one) => one.value !== value);
}

function tokenRespellings(token: string): Alteration[] {
  const parts = token.split('.');
  const found: Alteration[] = [];
  parts.forEach((part, index) => {
    const put = (changed: string): string => parts.with(index, changed).join('.');
    const which = PARTS[index] ?? `part ${index + 1}`;
    for (const spelling of spareSpellings(part)) {
      found.push({ name: `the token with spare bits of its ${which} set`, value: put(spelling) });
    }
    const padding = '='.repeat((4 - (part.length % 4)) % 4);
    if (padding !== '') {
      found.push({ name: `the token with its ${which} padded`, value: put(part + padding) });
    }
    const standard = part.replaceAll('-', '+').replaceAll('_', '/');
    if (standard !== part) {
      found.push({
        name: `the token with its ${which} in the other base64 alphabet`,
        value: put(standard),
      });
    }
  });
  const middle = token.length - Math.ceil((parts.at(-1)?.length ?? 0) / 2);
  found.push({
    name: 'the token with a space in its signature',
    value: `${token.slice(0, middle)} ${token.slice(middle)}`,
  });
  return found;
}

/** The same bytes with other values in the bits that the last character does not need; none where it needs them all. */
export function spareSpellings(part: string): string[] {
  const spare = [0, 0, 4, 2][part.length % 4] ?? 0;
  const last = BASE64URL.indexOf(part.charAt(part.length - 1));
  if (spare === 0 || last < 0) return [];
  const needed = (last >> spare) << spare;
  // Three are enough to pass by a list, and are all there are in the signature of an HS256 token.
  return Array.from({ length: 1 << spare }, (_, bits) => needed | bits)
    .filter((index) => index !== last)
    .slice(0, 3)
    .map((index) => part.slice(0, -1) + BASE64URL.charAt(index));
}
