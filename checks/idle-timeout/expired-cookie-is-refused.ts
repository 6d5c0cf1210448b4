import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import { judgement } from '../evidence/judgement.ts';
import type { ControlledAttack } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';
import type { TimeBar } from '../verdict.ts';
import { GRAIN, span } from './judge-age.ts';

/** Replays with cookies that were kept outside the browser for longer than they ask it to keep them, and not used meanwhile. */
export interface ExpiredCookieEvidence {
  /** Seconds since the session’s last use; each cookie had been set by then. */
  keptForSeconds: number;
  attacks: ExpiredCookieAttack[];
}

export interface ExpiredCookieAttack extends ControlledAttack {
  /** The cookie that had expired. */
  cookie: string;
  /** Seconds, by its `Max-Age` or `Expires`. */
  lifetimeSeconds: number;
}

export const expiredCookieIsRefused: Check<ExpiredCookieEvidence> = {
  title: 'a cookie that was kept past its expiry is refused',
  severity: 'normal',
  standards: [STANDARDS.asvs731, STANDARDS.wstgSess07, STANDARDS.nist52],
  cause:
    'The end of the session is written on its cookie (`Max-Age`, `Expires`), which asks the browser to drop it, and nobody asks the server: it has no limit for that session, or a longer one.',
  consequence:
    'The person’s own browser forgets the session in time; a copy of the cookie, which no browser guards, opens her conversations on and on, and nothing that she sees tells her so.',
  fix: 'Store the end that the cookie states with the session on the server (or within the value, signed), and refuse the session from then on.',
  judge: (evidence) => {
    const { keptForSeconds, attacks } = evidence;
    const isExpired = ({ lifetimeSeconds }: ExpiredCookieAttack): boolean =>
      keptForSeconds > lifetimeSeconds + GRAIN;
    const judged = judgeAttacks(
      attacks.filter(isExpired),
      ({ name, cookie, lifetimeSeconds }) =>
        `the cookie ${cookie} asks to be kept for ${span(lifetimeSeconds)}; ${span(keptForSeconds)} after it was last used the conversation was still opened by ${name}`,
    );
    const early = attacks
      .filter((attack) => !isExpired(attack))
      .map(
        ({ cookie, lifetimeSeconds }) =>
          `the cookie ${cookie}, which asks to be kept for ${span(lifetimeSeconds)}, was tried after ${span(keptForSeconds)}`,
      );
    const { flaws, advice, unresolved } = judged;
    return {
      ...judgement({ flaws, advice, unresolved: [...unresolved, ...early], looked: true }),
      measured: [{ summary: seen(evidence), times: timesOf(evidence) }],
    };
  },
};

const lives = ({ attacks }: ExpiredCookieEvidence): boolean =>
  attacks.some(({ attack }) => attack.reached);

function seen(evidence: ExpiredCookieEvidence): string {
  const claims = evidence.attacks.map(
    ({ cookie, lifetimeSeconds }) =>
      `the cookie ${cookie} claims to last for ${span(lifetimeSeconds)}`,
  );
  const became = lives(evidence) ? 'lived' : 'had ended';
  return [
    `a session that nobody used ${became} after ${span(evidence.keptForSeconds)}`,
    ...new Set(claims),
  ].join('; ');
}

function timesOf(evidence: ExpiredCookieEvidence): TimeBar[] {
  const { attacks, keptForSeconds } = evidence;
  const claims = new Map(attacks.map(({ cookie, lifetimeSeconds }) => [cookie, lifetimeSeconds]));
  const measured: TimeBar = lives(evidence)
    ? { name: 'measured', seconds: keptForSeconds, atMostSeconds: 'not known' }
    : { name: 'measured', seconds: 0, atMostSeconds: keptForSeconds };
  return [
    ...[...claims].map(([cookie, seconds]) => ({ name: `claim of the cookie ${cookie}`, seconds })),
    measured,
  ];
}
