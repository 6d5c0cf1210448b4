import { settings } from '../settings.ts';

/** Which of a browser’s tabs acts for all of them, where one does: the first, until it is closed. */

let first = false;

if (settings.idle.actedOnBy === 'the first tab') {
  void navigator.locks.request('harbour-first-tab', () => {
    first = true;
    return new Promise<never>(() => undefined); // a lock goes with its tab
  });
}

/** Whether this tab leaves the idle limit to another one. */
export function leavesTheLimit(): boolean {
  return settings.idle.actedOnBy === 'the first tab' && !first;
}
