/** A text as the source of a regular expression that matches it. */
export const escapeForRegExp = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
