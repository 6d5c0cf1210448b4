/**
 * Asks a page something, unless a navigation takes the document away meanwhile.
 *
 * @returns undefined where it did: the next document is to be asked
 */
export async function unlessNavigating<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && /context was destroyed|navigat/i.test(error.message)) {
      return undefined;
    }
    throw error;
  }
}
