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

/** Requests that a search may take, for each candidate. */
export const TRIALS_PER_CANDIDATE = 6;
/** A question with its control, and the control at the end. */
const RESERVE = 3;

class BudgetSpent extends Error {}

/**
 * Finds the minimal sets of candidates that authenticate, by removing and restoring them (delta debugging). Takes no more
 * than `TRIALS_PER_CANDIDATE` questions for each candidate; the first set is always found within that.
 *
 * @param candidates every value of a request that might say who asks
 * @param authenticates asks the target with exactly these candidates; by effect, never by status
 * @throws WaveringControlError when all candidates together do not authenticate, before, during or after the search
 */
export async function minimalSets<T>(
  candidates: readonly T[],
  authenticates: (subset: readonly T[]) => Promise<boolean>,
): Promise<MinimalSets<T>> {
  const budget = TRIALS_PER_CANDIDATE * Math.max(candidates.length, 1);
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
    if (trials + RESERVE > budget) throw new BudgetSpent();
    trials += 1;
    if (await authenticates(subset)) return true;
    await demand('during');
    return false;
  };

  await demand('before');
  const sets: T[][] = [];
  let complete = true;
  try {
    for await (const set of search(candidates, ask)) sets.push(set);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    complete = false;
  }
  await demand('after');
  return { sets, trials, complete };
}

async function* search<T>(
  candidates: readonly T[],
  ask: (subset: readonly T[]) => Promise<boolean>,
): AsyncGenerator<T[]> {
  const sets: T[][] = [];
  const seen = new Set<string>();
  const absences: Set<T>[] = [new Set()];
  for (let absent = absences.shift(); absent; absent = absences.shift()) {
    const without = absent;
    const key = candidates.map((candidate) => (without.has(candidate) ? '0' : '1')).join('');
    if (seen.has(key)) continue;
    seen.add(key);
    const start = candidates.filter((candidate) => !without.has(candidate));
    let set = sets.find((known) => known.every((member) => !without.has(member)));
    if (!set) {
      if (without.size > 0 && !(await ask(start))) continue;
      set = await shrink(start, ask);
      sets.push(set);
      yield set;
    }
    // A further set, if there is one, does without at least one member of each set that is known.
    for (const member of set) absences.push(new Set([...without, member]));
  }
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
