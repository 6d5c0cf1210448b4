import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { judgement } from '../evidence/judgement.ts';
import { type IdentifierStrength, weaknesses } from '../identifiers/strength.ts';
import { STANDARDS } from '../standards.ts';

/** Identifiers of things that an address opens, and attempts on the neighbours of one of them. */
export interface GuessableEvidence {
  /** For each kind of identifier what is known of its values; at least two values each. */
  kinds: { what: string; strength: IdentifierStrength }[];
  /** Reads by somebody else of what the neighbours of a known identifier name. */
  neighbours: ControlledAttack[];
}

export const identifiersAreNotGuessable: Check<GuessableEvidence> = {
  title: 'identifiers of conversations and shares cannot be guessed',
  severity: 'normal',
  standards: [STANDARDS.asvs822, STANDARDS.wstgAthz04],
  cause:
    'Identifiers are counters, times, or short random values, such as a database’s own row number or a shortened link.',
  consequence:
    'One forgotten check of ownership opens every conversation at once, because their addresses can be counted through; a share link opens for people whom nobody gave it.',
  fix: 'Name conversations and shares by at least 64, better 122 or more random bits (UUID version 4), and check ownership all the same.',
  judge: ({ kinds, neighbours }) => {
    const guessed = judgeAttacks(
      neighbours,
      (attack) => `${attack.name} was guessed, and opened for ${attack.attack.label}`,
    );
    const flaws = kinds.flatMap(({ what, strength }) =>
      weaknesses(strength, 64).map((summary) => ({ summary: `${what}: ${summary}` })),
    );
    return judgement({
      flaws: [...guessed.flaws, ...flaws],
      unresolved: neighbours.length > 0 ? guessed.unresolved : [],
      looked: kinds.length > 0,
    });
  },
};
