/**
 * An address as it may stand in a message or a label: what a query, a fragment or the parameters of a path segment
 * (`;jsessionid=…`) hold may be a token, and so may a user name and a password before the host.
 */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address.replace(/[?#;].*$/s, '');
  const { protocol, host } = new URL(address);
  // Of another scheme (`data:`, `blob:`, `about:`) everything behind it is content.
  if (!/^(https?|wss?):$/.test(protocol)) return protocol;
  return `${protocol}//${host}${shownPath(address)}`;
}

/** The path of an absolute address, likewise; and behind the hash the words of a route, where a page keeps one there. */
export function shownPath(address: string): string {
  const { pathname, hash } = new URL(address);
  return pathname.replaceAll(/;[^/]*/g, '') + shownRoute(hash);
}

/** A page that routes by the hash may be sent a token there (`#/reset/…`): of what is no word it is shown that it is there. */
function shownRoute(hash: string): string {
  const [, start, path = ''] = /^(#!?\/)([^?;]*)/.exec(hash) ?? [];
  if (start === undefined) return '';
  return start + path.replaceAll(/[^/]+/g, (part) => (/^[a-z-]{1,24}$/i.test(part) ? part : '…'));
}

/** A text of somebody else's, such as the browser's, with every address in it shown like that. */
export function showingAddresses(text: string): string {
  return text.replaceAll(/\b(https?|wss?):\/\/[^\s"'<>“”]+/g, shownAddress);
}
