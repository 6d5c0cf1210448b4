import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { answerOf, type Probe } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** One request that carried the credentials of two people, sent for each one’s conversation. */
export interface IdentityMix {
  /** What asks, for example `GET /api/conversations`. */
  witness: string;
  /** How the two were put together, for example `Alice’s cookie before Bob’s`. */
  mix: string;
  /** The mix, on the first person’s conversation. */
  first: Probe;
  /** The same mix, on the second person’s. */
  second: Probe;
  /** Each person alone, on their own conversation. */
  controls: Probe[];
}

export interface TwoIdentitiesEvidence {
  mixes: IdentityMix[];
}

type Winner = 'the first' | 'the second' | 'neither' | 'both';

export const oneIdentityWinsEverywhere: Check<TwoIdentitiesEvidence> = {
  title: 'of two identities in one request the same one wins everywhere',
  severity: 'normal',
  standards: [STANDARDS.asvs413, STANDARDS.asvs821],
  cause:
    'Parts of the product (gateway, page, API, live channel) take the identity from different places, or one takes the first and another the last of two cookies of one name.',
  consequence:
    'A person is one account to the check and another to the action: what is checked as hers is done as somebody else, and messages land in the wrong account.',
  fix: 'Determine the identity once, at the edge, and pass it on; refuse requests that carry two credentials of one kind.',
  judge: ({ mixes }) => {
    const unresolved = mixes.flatMap(({ witness, mix, first, second, controls }) =>
      [...controls, first, second]
        .filter((probe) => (controls.includes(probe) ? !probe.reached : probe.unanswered))
        .map((probe) =>
          controls.includes(probe)
            ? `${witness}, ${mix}: ${probe.label} did not return the canary: ${answerOf(probe)}`
            : `${witness}, ${mix} got no answer to judge: ${answerOf(probe)}`,
        ),
    );
    const byMix = new Map<string, IdentityMix[]>();
    for (const each of mixes) byMix.set(each.mix, [...(byMix.get(each.mix) ?? []), each]);
    const flaws = [...byMix].flatMap(([mix, group]) => {
      const winners = group.map((each) => ({ witness: each.witness, winner: winnerOf(each) }));
      // A mix that is refused is as good as one that is read in one way; and where either reads both, it is ownership
      // that fails, which is another check's to say.
      const decided = new Set(
        winners.map(({ winner }) => winner).filter((one) => one !== 'neither' && one !== 'both'),
      );
      if (decided.size <= 1) return [];
      return [
        {
          summary: `${mix}: ${winners.map(({ witness, winner }) => `${witness} answers as ${winner}`).join(', ')}`,
          facts: Object.fromEntries(winners.map(({ witness, winner }) => [witness, winner])),
        },
      ];
    });
    return judgement({ flaws, unresolved, looked: mixes.length > 0 });
  },
};

function winnerOf({ first, second }: IdentityMix): Winner {
  if (first.reached && second.reached) return 'both';
  if (first.reached) return 'the first';
  return second.reached ? 'the second' : 'neither';
}
