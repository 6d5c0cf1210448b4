/** The places of a browser in which a page leaves things. */
export const SINKS = {
  dom: 'the page on the screen',
  url: 'the address, the title or the history state',
  back: 'the page behind the Back button',
  otherTab: 'a tab that was left open',
  cookies: 'the cookies',
  localStorage: 'local storage',
  sessionStorage: 'session storage',
  indexedDb: 'IndexedDB',
  cacheStorage: 'Cache Storage',
  httpCache: 'the browser’s HTTP cache',
} as const satisfies Record<string, string>;
export type Sink = keyof typeof SINKS;

/** What a sweep may find, as in sentences. */
export const THINGS = {
  canary: 'the conversation',
  draft: 'the unsent text',
  credential: 'a credential of the ended session',
} as const satisfies Record<string, string>;
export type Thing = keyof typeof THINGS;

/** Something private found in a browser. */
export interface Sighting {
  sink: Sink;
  what: Thing;
  /** A key, a name or a path, without secrets. */
  where: string;
  /** Encodings through which it was seen, outermost first. */
  encodings: string[];
}

/** One look through all the sinks. A sink in neither list held nothing private. */
export interface Sweep {
  sightings: Sighting[];
  /** Sinks that could not be read, with the reason. */
  unread: { sink: Sink; reason: string }[];
}

/** The sinks that could not be read, in words. */
export function unreadOf({ unread }: Sweep, when: string): string[] {
  return unread.map(({ sink, reason }) => `${SINKS[sink]} could not be read ${when}: ${reason}`);
}
