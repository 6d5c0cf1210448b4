/** Times as people say them, in the language of their browser. Arguments are milliseconds since the epoch. */

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time of day; with the date where that is not today. */
export function shortTime(at: number): string {
  return at >= new Date().setHours(0, 0, 0, 0) ? clock.format(at) : date.format(at);
}

export function dateTime(at: number): string {
  return date.format(at);
}

/** For example `5 minutes ago`. */
export function ago(at: number): string {
  const passed = Date.now() - at;
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
  return relative.format(-Math.floor(passed / DAY), 'day');
}

/** The heading under which something of that time stands in a list, newest first. */
export function period(at: number): string {
  const midnight = new Date().setHours(0, 0, 0, 0);
  if (at >= midnight) return 'Today';
  if (at >= midnight - DAY) return 'Yesterday';
  if (at >= midnight - 7 * DAY) return 'Last seven days';
  return 'Earlier';
}

/** For example `1:05`. */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function greeting(name: string): string {
  const hour = new Date().getHours();
  const part = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon';
  return `Good ${part}, ${name}`;
}
