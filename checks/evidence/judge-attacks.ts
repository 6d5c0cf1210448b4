import type { Judgement, Observation } from '../verdict.ts';
import { answerOf, type ControlledAttack, type Probe } from './probe.ts';
import { judgement } from './judgement.ts';

/**
 * Judges attacks by whether the canary came back.
 *
 * An attack that reached the canary is a flaw even where a control wavered later: the canary itself is the proof. A
 * refusal counts only between two acceptances.
 *
 * @param untried parts that the product does not have, in words; told as advice
 */
export function judgeAttacks<A extends ControlledAttack>(
  attacks: A[],
  summary: (attack: A) => string,
  untried: readonly string[] = [],
): Judgement {
  const flaws: Observation[] = [];
  const unresolved: string[] = [];
  for (const attack of attacks) {
    if (attack.attack.reached) flaws.push({ summary: summary(attack), facts: facts(attack) });
    else unresolved.push(...reasons(attack));
  }
  const advice = untried.map((each) => ({ summary: each }));
  return judgement({ flaws, advice, unresolved, looked: attacks.length > 0 });
}

function reasons(attack: ControlledAttack): string[] {
  const controls: [string, Probe | undefined][] = [
    ['the control before it', attack.before],
    ['the attacker’s own conversation', attack.attackersOwn],
    ['the control after it', attack.after],
  ];
  const failed = controls
    .filter(([, probe]) => probe && !probe.reached)
    .map(
      ([what, probe]) =>
        `${attack.name} – ${what} (${probe?.label}) did not return the canary: ${answerOf(probe)}`,
    );
  if (attack.attack.unanswered) {
    failed.push(`${attack.name} – the attack got no answer to judge: ${attack.attack.unanswered}`);
  }
  return failed;
}

function facts(attack: ControlledAttack): Record<string, string> {
  const last = attack.attack.exchanges.at(-1);
  return {
    request: last ? `${last.method} ${last.url}` : attack.name,
    sent: attack.attack.label,
    answer: last ? `${last.status}, with the canary` : 'with the canary',
  };
}
