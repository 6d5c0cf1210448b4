import type { ControlledAttack } from '../evidence/probe.ts';

/** One of several sessions of an account, all left alone, and each looked at once: a look would make it young again. */
export interface Rung {
  /** Seconds since its last use when it was looked at. */
  idleForSeconds: number;
  /** Every way by which its credentials open the conversation. */
  attacks: ControlledAttack[];
}

/** Between what ages idle sessions ended. */
export interface Bracket {
  /** Seconds; the oldest that still opened the conversation. */
  lastAlive?: number;
  /** Seconds; the youngest of those beyond that which did not. */
  firstDead?: number;
  /** A session that was younger than the oldest living one had ended: something else than its age ends sessions. */
  outOfOrder: boolean;
}

/** By what the rungs show, whatever limit there should be. */
export function bracketOf(rungs: readonly Rung[]): Bracket {
  const byAge = [...rungs].sort((a, b) => a.idleForSeconds - b.idleForSeconds);
  const lives = ({ attacks }: Rung): boolean => attacks.some(({ attack }) => attack.reached);
  const lastAlive = byAge.findLast(lives)?.idleForSeconds;
  const dead = byAge.filter((rung) => !lives(rung)).map(({ idleForSeconds }) => idleForSeconds);
  const firstDead = dead.find((age) => age > (lastAlive ?? 0));
  return {
    ...(lastAlive === undefined ? {} : { lastAlive }),
    ...(firstDead === undefined ? {} : { firstDead }),
    outOfOrder: dead.some((age) => lastAlive !== undefined && age < lastAlive),
  };
}
