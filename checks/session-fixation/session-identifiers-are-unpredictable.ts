import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { ENOUGH_SAMPLES, type IdentifierStrength, weaknesses } from '../identifiers/strength.ts';
import { STANDARDS } from '../standards.ts';

/** What is known of the values of each credential that the product issues as a session’s identifier. */
export interface UnpredictabilityEvidence {
  credentials: {
    /** For example `cookie session`. */
    what: string;
    strength: IdentifierStrength;
  }[];
}

/** Fewer can be guessed (NIST SP 800-63B-4 5.1). */
const LEAST_BITS = 64;
/** ASVS 5.0 7.2.3. A random UUID holds 122, and nobody computes one from another. */
const WANTED_BITS = 128;

export const sessionIdentifiersAreUnpredictable: Check<UnpredictabilityEvidence> = {
  title: 'session identifiers cannot be predicted',
  severity: 'critical',
  standards: [STANDARDS.asvs723, STANDARDS.nist51, STANDARDS.wstgSess01],
  cause:
    'The identifier is a counter, a time, a hash of either, or comes from a generator that was not made for secrets.',
  consequence:
    'Whoever has one identifier computes those of others, and is signed in as them without ever meeting them.',
  fix: 'Draw at least 128 bits from the system’s cryptographic generator for every session (`crypto.randomBytes(32)`), and put nothing else into the identifier.',
  judge: ({ credentials }) => {
    const flaws = credentials.flatMap(({ what, strength }) =>
      weaknesses(strength, LEAST_BITS).map((summary) => ({
        summary: `in ${what}, ${summary}`,
        facts: { samples: String(strength.samples), length: strength.length },
      })),
    );
    const short = credentials
      .filter(({ strength: { bits } }) => bits >= LEAST_BITS && bits < WANTED_BITS)
      .map(({ what, strength }) => ({
        summary: `in ${what}, at most ${Math.floor(strength.bits)} bits can be random: too many to guess, and fewer than the ${WANTED_BITS} of ASVS 7.2.3`,
      }));
    const few = credentials
      .filter(({ strength }) => strength.samples < ENOUGH_SAMPLES)
      .map(({ what, strength }) => ({
        summary: `in ${what}, counters and times were looked for in ${strength.samples} values only, as the product issues none before sign-in`,
      }));
    return judgement({ flaws, advice: [...short, ...few], looked: credentials.length > 0 });
  },
};
