import { FLAWS, type FlawName } from './flaws.ts';
import type { Flaw } from './flaws/flaw.ts';

/**
 * Puts flaws together that one chatbot can have at the same time: no two that ask different things of the same decision.
 *
 * @param size how many may keep company at most
 */
export function companies(names: readonly FlawName[], size: number): FlawName[][] {
  const formed: FlawName[][] = [];
  for (const name of names) {
    const free = formed.filter(
      (company) => company.length < size && company.every((other) => agree(name, other)),
    );
    // The smallest first: companies of the same size take the same time.
    const [company] = free.sort((one, other) => one.length - other.length);
    if (company && formed.length * size >= names.length) company.push(name);
    else formed.push([name]);
  }
  return formed;
}

/** Decisions that no product can take at once: a browser drops such a cookie, and nobody could sign in. */
const IMPOSSIBLE = [
  ['cookie.sameSite', 'None'],
  ['cookie.secure', false],
] as const;

function agree(one: FlawName, other: FlawName): boolean {
  const decisions = decisionsOf(FLAWS[other]);
  const both = new Map([...decisionsOf(FLAWS[one]), ...decisions]);
  if (IMPOSSIBLE.every(([path, value]) => both.get(path) === value)) return false;
  return [...decisionsOf(FLAWS[one])].every(
    ([path, value]) => !decisions.has(path) || decisions.get(path) === value,
  );
}

/** What a flaw asks for, by the way to the decision in the policy, for example `page.rendering.bot`. */
function decisionsOf({ patch }: Flaw): Map<string, unknown> {
  const decisions = new Map<string, unknown>();
  const walk = (part: object, way: readonly string[]): void => {
    for (const [key, value] of Object.entries(part) as [string, unknown][]) {
      const there = [...way, key];
      if (typeof value === 'object' && value !== null) walk(value, there);
      else decisions.set(there.join('.'), value);
    }
  };
  walk(patch, []);
  return decisions;
}
