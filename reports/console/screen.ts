/** What is known of where text will be read. */
export interface Screen {
  /** Columns to fill, at most 100: longer lines are hard to read. */
  width: number;
  colour: boolean;
  /** A person is watching, and lines can be taken back. */
  interactive: boolean;
}

const WIDEST = 100;
const NARROWEST = 32;
const USUAL = 80;

/** Looks at a stream and at the variables that people set: `NO_COLOR`, `FORCE_COLOR`, `COLUMNS`. */
export function screenOf(
  stream: { isTTY?: boolean; columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Screen {
  const interactive = stream.isTTY === true && environment['TERM'] !== 'dumb';
  const forced = environment['FORCE_COLOR'];
  const colour = forced === undefined ? interactive : forced !== '0' && forced !== 'false';
  // A terminal that does not know its width says 0.
  const columns = stream.columns || Number(environment['COLUMNS']) || USUAL;
  return {
    width: Math.max(NARROWEST, Math.min(columns, WIDEST)),
    // https://no-color.org: any value but the empty one.
    colour: colour && (environment['NO_COLOR'] ?? '') === '',
    interactive,
  };
}

const CODES = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, bold: 1, dim: 2 } as const;
export type Ink = keyof typeof CODES;

/** Colours text, or leaves it alone where colour is not wanted. */
export type Paint = (text: string, ...inks: Ink[]) => string;

export const paintFor =
  ({ colour }: Pick<Screen, 'colour'>): Paint =>
  (text, ...inks) =>
    colour && inks.length > 0 && text !== ''
      ? `\u001b[${inks.map((ink) => CODES[ink]).join(';')}m${text}\u001b[0m`
      : text;
