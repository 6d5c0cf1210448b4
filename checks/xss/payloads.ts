/** A text that runs as script where it is put into a page as HTML, or where its link is followed. */
export interface Payload {
  /** For the report. */
  family: string;
  /** Stands in front of it as plain text: where it shows, the payload was rendered. */
  marker: string;
  text: string;
  /** The link has to be clicked before anything happens. */
  needsClick: boolean;
}

/**
 * The payload families of one trial.
 *
 * @param call the name of a function in the page that the oracle listens on; it takes a family's marker
 * @param nonce `[a-z0-9]`, part of each marker
 */
export function payloads(call: string, nonce: string): Payload[] {
  const families: [string, (marker: string) => string, boolean?][] = [
    ['an image with an error handler', (m) => `<img src=x onerror="${call}('${m}')">`],
    ['an SVG with a load handler', (m) => `<svg onload="${call}('${m}')"></svg>`],
    ['an opened details element', (m) => `<details open ontoggle="${call}('${m}')">.</details>`],
    [
      'a frame with a document of its own',
      (m) => `<iframe srcdoc="<script>parent.${call}('${m}')</script>"></iframe>`,
    ],
    ['a script element', (m) => `<script>${call}('${m}')</script>`],
    ['a Markdown link to script', (m) => `[${m}link](javascript:${call}('${m}'))`, true],
    ['an HTML link to script', (m) => `<a href="javascript:${call}('${m}')">${m}link</a>`, true],
  ];
  return families.map(([family, write, needsClick = false], index) => {
    const marker = `${nonce}p${index}`;
    return { family, marker, text: `${marker} ${write(marker)}`, needsClick };
  });
}
