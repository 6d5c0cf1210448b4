import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** Reads with a token that was accepted once and has run out since, by its own `exp`. */
export interface ExpiryEvidence {
  attacks: ExpiredTokenAttack[];
}

export interface ExpiredTokenAttack extends ControlledAttack {
  /** Seconds after its expiry at which the token was last tried; clocks differ by a minute at most (RFC 7519 4.1.4). */
  lateSeconds: number;
}

export const expiredTokenIsRefused: Check<ExpiryEvidence> = {
  title: 'an expired token is refused',
  severity: 'critical',
  standards: [STANDARDS.asvs921, STANDARDS.wstgSess10],
  cause:
    'The token is decoded, or its signature verified, by code that does not look at `exp` (`ignoreExpiration`, a hand-written verification), or with minutes of tolerance; only the page honours the expiry.',
  consequence:
    'A token that leaked once opens the account for ever; short lifetimes are a promise that nobody keeps.',
  fix: 'Verify `exp` and `nbf` on every request, with a tolerance of seconds (with `jose`: `jwtVerify` does so by itself; `clockTolerance` widens it).',
  judge: ({ attacks }) =>
    judgeAttacks(
      attacks,
      ({ name, lateSeconds }) =>
        `${name} was still accepted ${lateSeconds.toFixed(0)} s after its expiry`,
    ),
};
