/** Breaks text at spaces into lines of at most `width` columns; a longer word is cut. Line breaks of the text stay. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      let rest = word;
      if (line !== '' && line.length + 1 + rest.length <= width) {
        line += ` ${rest}`;
        continue;
      }
      if (line !== '') lines.push(line);
      while (rest.length > width) {
        lines.push(rest.slice(0, width));
        rest = rest.slice(width);
      }
      line = rest;
    }
    if (line !== '') lines.push(line);
    return lines;
  });
}

/** A name and its text side by side, the text wrapped and hanging. */
export function entry(
  name: string,
  text: string,
  layout: { width: number; indent: number; nameWidth: number },
): { name: string; first: string; rest: string[] } {
  const hang = layout.indent + layout.nameWidth;
  const lines = wrap(text, Math.max(16, layout.width - hang));
  const [first = '', ...rest] = lines;
  return {
    name: ' '.repeat(layout.indent) + name.padEnd(layout.nameWidth),
    first,
    rest: rest.map((line) => ' '.repeat(hang) + line),
  };
}

/** `640 ms`, `3.2 s`, `1 min 05 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** `1 flaw`, `2 flaws`. */
export const count = (number: number, singular: string, plural = `${singular}s`): string =>
  `${number} ${number === 1 ? singular : plural}`;

/** Cuts text to `width` columns, with an ellipsis where something was cut. */
export const clip = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
