import type { Observation } from '../verdict.ts';

/** The places of a browser in which a page leaves things. */
export const SINKS = {
  dom: 'the page on the screen',
  url: 'the address, the title or the history state',
  back: 'the page behind the Back button',
  otherTab: 'another tab that was left open',
  loadedAnew: 'the page when it was loaded anew',
  cookies: 'the cookies',
  localStorage: 'local storage',
  sessionStorage: 'session storage',
  indexedDb: 'IndexedDB',
  cacheStorage: 'Cache Storage',
  httpCache: 'the browser’s HTTP cache',
  console: 'the page’s console',
  globals: 'the global variables of the page',
  answers: 'the answers that script of the page is given',
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

/** Several looks as one. */
export function together(sweeps: readonly Sweep[]): Sweep {
  return {
    sightings: sweeps.flatMap(({ sightings }) => sightings),
    unread: sweeps.flatMap(({ unread }) => unread),
  };
}

/** The sinks that could not be read, in words. */
export function unreadOf({ unread }: Sweep, when: string): string[] {
  return unread.map(({ sink, reason }) => `${SINKS[sink]} could not be read ${when}: ${reason}`);
}

/** Whether the conversation was seen on the screen: a sweep that misses it there would miss it anywhere. */
export function seesTheScreen({ sightings }: Sweep, screen: Sink = 'dom'): boolean {
  return sightings.some(({ what, sink }) => what === 'canary' && sink === screen);
}

/**
 * What was found where nothing private should be.
 *
 * @param sentence is given what it was and where
 */
export function foundBy(
  { sightings }: Sweep,
  sentence: (thing: string, place: string) => string,
): Observation[] {
  return sightings.map(({ sink, what, where, encodings }) => {
    const facts: Record<string, string> = { place: SINKS[sink], where };
    if (encodings.length > 0) facts['encoded as'] = encodings.join(', then ');
    return { summary: sentence(THINGS[what], `${SINKS[sink]}: ${where}`), facts };
  });
}
