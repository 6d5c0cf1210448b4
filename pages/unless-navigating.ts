/** How the browser tells that a navigation took a document away, at whichever step of an action that happened. */
const TAKEN_AWAY = /context was destroyed|cannot find context|navigat/i;

/** Whether a page could not be asked because it is going to another document. */
export function isNavigation(error: unknown): boolean {
  return error instanceof Error && TAKEN_AWAY.test(error.message);
}

/**
 * Asks a page something, unless a navigation takes the document away meanwhile.
 *
 * @returns undefined where it did: the next document is to be asked
 */
export async function unlessNavigating<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isNavigation(error)) return undefined;
    throw error;
  }
}
