/** A text that makes a page fetch something from elsewhere, where it is shown as more than text. */
export interface Lure {
  /** For the report. */
  family: string;
  /** Stands in front of it as plain text, and in the path of its address. */
  marker: string;
  text: string;
  /** It means something only where its line breaks are kept. */
  lines: boolean;
}

/** Where a lure leads to. */
export interface Destination {
  /** Scheme, host and port of the attacker's site, as a browser knows it. */
  origin: string;
  /** The same site for somebody else on this machine, such as the product's server. */
  localOrigin: string;
}

/** With the address for a kind of file. */
type Write = (at: (extension: string) => string, marker: string) => string;

const LIGHT: Record<string, Write> = {
  'a Markdown image': (at) => `![x](${at('gif')})`,
  'a Markdown image whose address leaves out the scheme': (at) =>
    `![x](${at('gif').replace(/^https?:/, '')})`,
  'an HTML image': (at) => `<img src="${at('gif')}">`,
  'an HTML image with a set of sources': (at) => `<img srcset="${at('gif')} 1x">`,
  'a picture element': (at) => `<picture><source srcset="${at('gif')}"><img></picture>`,
  'an SVG image': (at) => `<svg><image href="${at('gif')}"/></svg>`,
  'an SVG filter': (at) => `<svg><filter><feImage href="${at('gif')}"/></filter></svg>`,
  'a background in a style attribute': (at) =>
    `<i style="background-image:url(${at('gif')})">.</i>`,
  'an imported style sheet': (at) => `<style>@import url(${at('css')});</style>`,
  'a linked style sheet': (at) => `<link rel="stylesheet" href="${at('css')}">`,
  'a picture on a button': (at) => `<input type="image" src="${at('gif')}">`,
  'the background of a table': (at) => `<table background="${at('gif')}"><tr><td>.</table>`,
  'a link to prefetch': (at) => `<link rel="prefetch" href="${at('gif')}">`,
  'a link to preload': (at) => `<link rel="preload" as="image" href="${at('gif')}">`,
  'a bare address (a preview of it)': (at) => at('html'),
};

const LINES: Record<string, Write> = {
  'a Markdown image by reference': (at, marker) => `![x][${marker}]\n\n[${marker}]: ${at('gif')}`,
  'a picture in a Mermaid diagram': (at) =>
    `\n\n\`\`\`mermaid\ngraph TD\nA["<img src='${at('gif')}'>"]\n\`\`\``,
};

/** Dear to make, and made again with each piece of a reply while it grows: they come in a short one. */
const HEAVY: Record<string, Write> = {
  'the poster of a video': (at) => `<video poster="${at('gif')}"></video>`,
  'an audio element': (at) => `<audio src="${at('gif')}" preload="auto"></audio>`,
  'the source of a video': (at) => `<video><source src="${at('gif')}"></video>`,
  'an object': (at) => `<object data="${at('gif')}"></object>`,
  'an embedded file': (at) => `<embed src="${at('gif')}">`,
  'a frame': (at) => `<iframe src="${at('html')}"></iframe>`,
};

/** A page that follows this one is gone: it comes in a message of its own, and last. */
const LEAVING: Record<string, Write> = {
  'a refresh to another page': (at) => `<meta http-equiv="refresh" content="0;url=${at('html')}">`,
};

/** What a server that makes previews would fetch; it does not know the name by which browsers know the site. */
const BY_THE_SERVER = 'a bare address on this machine (a preview of it by the server)';

/**
 * The lures of one trial, by message.
 *
 * @param nonce `[a-z0-9]`, part of each marker; short, because they are many
 */
export function lures(
  { origin, localOrigin }: Destination,
  nonce: string,
): Record<'light' | 'heavy' | 'leaving', Lure[]> {
  let index = 0;
  const write = (family: string, text: Write, base: string, lines: boolean): Lure => {
    // No marker is the beginning of another one.
    const marker = `${nonce}e${index++}x`;
    const at = (extension: string): string => `${base}/${marker}.${extension}`;
    return { family, marker, text: `${marker} ${text(at, marker)}`, lines };
  };
  const all = (texts: Record<string, Write>, lines = false): Lure[] =>
    Object.entries(texts).map(([family, text]) => write(family, text, origin, lines));
  return {
    light: [
      ...all(LIGHT),
      write(BY_THE_SERVER, (at) => at('html'), localOrigin, false),
      ...all(LINES, true),
    ],
    heavy: all(HEAVY),
    leaving: all(LEAVING),
  };
}
