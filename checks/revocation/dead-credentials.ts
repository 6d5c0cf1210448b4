import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import type { Judgement } from '../verdict.ts';

/** What may take a credential’s power away, in the order of the matrix. */
export const ENDINGS = {
  logout: 'logout',
  everywhere: 'sign out everywhere',
  device: 'device ended from the list',
  password: 'password changed',
  unshared: 'share withdrawn',
  deleted: 'conversation deleted',
} as const satisfies Record<string, string>;
export type Ending = keyof typeof ENDINGS;

/** The ways by which a credential reaches a conversation, in the order of the matrix. */
export const CHANNELS = {
  read: 'HTTP read',
  stream: 'event stream',
  socket: 'new WebSocket',
  open: 'WebSocket or stream already open',
  renewal: 'renewal, then read',
  share: 'share link',
  file: 'export or file',
} as const satisfies Record<string, string>;
export type Channel = keyof typeof CHANNELS;

/** One credential tried on one channel, before and after the ending. */
export interface DeadCredentialAttack extends ControlledAttack {
  /** For example `cookie session`; no value. */
  credential: string;
  channel: Channel;
  /** Milliseconds after the ending at which a credential that still worked was first refused; absent: never seen. */
  diedAfterMs?: number;
}

/** Credentials on their channels, after something that should have ended them. */
export interface OutlivedEvidence {
  attacks: DeadCredentialAttack[];
  /** Milliseconds within which the product is allowed to let a credential die. */
  withinMs: number;
  /** Cells that could not be tried because the product lacks them, in words. */
  untried?: string[];
}

/** Every credential on every channel, after one ending of the matrix. */
export interface DeadCredentialEvidence extends OutlivedEvidence {
  ending: Ending;
}

/** One cell of the dead-credential matrix. */
export interface MatrixCell {
  credential: string;
  ending: Ending;
  channel: Channel;
  state: 'refused' | 'works' | 'not assessable';
  diedAfterMs?: number;
}

/** A credential that works after its ending is a flaw, unless it died within the time that the policy allows. */
export function judgeDeadCredentials(
  { attacks, withinMs, untried = [] }: OutlivedEvidence,
  summary: (attack: DeadCredentialAttack) => string,
): Judgement {
  const late = ({ diedAfterMs }: DeadCredentialAttack): string =>
    diedAfterMs === undefined ? '' : `, and died ${diedAfterMs} ms later`;
  const inTime = (each: DeadCredentialAttack): boolean => diedInTime(each, withinMs);
  const judged = attacks.map((each) =>
    inTime(each) ? { ...each, attack: { ...each.attack, reached: false } } : each,
  );
  const tolerated = attacks
    .filter(inTime)
    .map(
      (each) => `${each.name} worked for ${each.diedAfterMs} ms longer, which the policy allows`,
    );
  return judgeAttacks(judged, (attack) => summary(attack) + late(attack), [
    ...untried,
    ...tolerated,
  ]);
}

/** Whether a credential that worked after its end died within the time that the policy allows; milliseconds. */
export function diedInTime(
  { attack, diedAfterMs }: DeadCredentialAttack,
  withinMs: number,
): boolean {
  return attack.reached && diedAfterMs !== undefined && diedAfterMs <= withinMs;
}

/** The matrix of one ending. */
export function cellsOf({ ending, attacks }: DeadCredentialEvidence): MatrixCell[] {
  return attacks.map(({ credential, channel, before, attack, after, diedAfterMs }) => {
    const assessable = before.reached && after.reached && !attack.unanswered;
    const state = attack.reached ? 'works' : assessable ? 'refused' : 'not assessable';
    return {
      credential,
      ending,
      channel,
      state,
      ...(diedAfterMs === undefined ? {} : { diedAfterMs }),
    };
  });
}
