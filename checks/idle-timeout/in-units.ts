const UNITS = [
  [3600, 'h'],
  [60, 'min'],
] as const;

/** Seconds as in sentences, in the largest unit of which they are a whole number: `90 s`, `30 min`, `24 h`. */
export function inUnits(seconds: number): string {
  const [size, unit] = UNITS.find(([each]) => seconds >= each && seconds % each === 0) ?? [1, 's'];
  return `${seconds / size} ${unit}`;
}
