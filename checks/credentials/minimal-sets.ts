/** What a search for credentials found, and what it cost. */
export interface MinimalSets<T> {
  /** Each authenticates, and none of its proper subsets does. One empty set: no credential is needed at all. */
  sets: T[][];
  /** Questions asked of the oracle. */
  trials: number;
  /** False when the budget ended the search for further sets; the sets found are minimal all the same. */
  complete: boolean;
}

/** The oracle contradicted itself: the same candidates authenticated before and not after, or the reverse. */
export class WaveringControlError extends Error {
  override readonly name = 'WaveringControlError';
}

/**
 * Finds the minimal sets of candidates that authenticate, by removing and restoring them (delta debugging).
 *
 * @param candidates every value of a request that might say who asks
 * @param authenticates asks the target with exactly these candidates; by effect, never by status
 * @throws WaveringControlError when all candidates together do not authenticate, before, during or after the search
 */
export async function minimalSets<T>(
  candidates: readonly T[],
  authenticates: (subset: readonly T[]) => Promise<boolean>,
): Promise<MinimalSets<T>> {
  const budget = 6 * Math.max(candidates.length, 2);
  let trials = 0;
  const demand = async (when: string): Promise<void> => {
    trials += 1;
    if (await authenticates(candidates)) return;
    throw new WaveringControlError(
      `the complete request no longer returned the canary ${when} the search`,
    );
  };

  // A refusal counts only between two acceptances: the complete request is asked again after each.
  const ask = async (subset: readonly T[]): Promise<boolean> => {
    trials += 1;
    if (await authenticates(subset)) return true;
    await demand('during');
    return false;
  };

  await demand('before');
  const sets: T[][] = [];
  const blocked = [new Set<T>()];
  let complete = true;
  for (let without = blocked.shift(); without; without = blocked.shift()) {
    if (trials >= budget) {
      complete = false;
      break;
    }
    const absent = without;
    const start = candidates.filter((candidate) => !absent.has(candidate));
    const known = sets.some((set) => set.every((member) => !absent.has(member)));
    if (known || (absent.size > 0 && !(await ask(start)))) continue;
    const set = await shrink(start, ask);
    sets.push(set);
    // A further set, if there is one, does without at least one member of each set that is known.
    for (const member of set) blocked.push(new Set([...absent, member]));
  }
  await demand('after');
  return { sets, trials, complete };
}

async function shrink<T>(
  start: readonly T[],
  ask: (subset: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  let set = [...start];
  for (const member of start) {
    const rest = set.filter((other) => other !== member);
    if (await ask(rest)) set = rest;
  }
  return set;
}
