import type { ControlledAttack } from '../evidence/probe.ts';
import type { DeadCredentialAttack } from '../revocation/dead-credentials.ts';

/** One of several sessions of an account, all left alone, and each looked at once: a look would make it young again. */
export interface Rung {
  /** Seconds since its last use when it was looked at. */
  idleForSeconds: number;
  /** Every way by which its credentials open the conversation. */
  attacks: RungAttack[];
}

/** With what was sent, and whether that was renewed first. */
export type RungAttack = ControlledAttack &
  Partial<Pick<DeadCredentialAttack, 'credential' | 'channel'>>;

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

/** What ended of a session, where one credential renews another: either may end before the other. */
export interface PartBracket extends Bracket {
  /** As in sentences: `header authorization, not renewed`, or `what cookie refresh renews`. */
  part: string;
}

/** The same for each credential by itself; empty where nothing is renewed, or all lived and ended with the session. */
export function bracketsOfParts(rungs: readonly Rung[]): PartBracket[] {
  const attacks = rungs.flatMap((rung) => rung.attacks);
  if (!attacks.some(isRenewal)) return [];
  const parts = new Set(attacks.flatMap((attack) => partOf(attack) ?? []));
  const whole = bracketOf(rungs);
  const brackets = [...parts].map((part) => {
    const own = rungs
      .map((rung) => ({ ...rung, attacks: rung.attacks.filter((each) => partOf(each) === part) }))
      .filter((rung) => rung.attacks.length > 0);
    return { part, ...bracketOf(own) };
  });
  const differs = ({ lastAlive, firstDead }: Bracket): boolean =>
    lastAlive !== whole.lastAlive || firstDead !== whole.firstDead;
  return brackets.some(differs) ? brackets : [];
}

const isRenewal = ({ channel }: RungAttack): boolean => channel === 'renewal';

function partOf(attack: RungAttack): string | undefined {
  const { credential } = attack;
  if (credential === undefined) return undefined;
  return isRenewal(attack) ? `what ${credential} renews` : `${credential}, not renewed`;
}
