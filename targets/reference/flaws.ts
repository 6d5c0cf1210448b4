import type { CheckId } from '../../checks/check-ids.ts';
import { ACCESS_FLAWS } from './flaws/access-flaws.ts';
import { CONSISTENCY_FLAWS } from './flaws/consistency-flaws.ts';
import { CROSS_SITE_FLAWS } from './flaws/cross-site-flaws.ts';
import type { DeepPartial, Flaw } from './flaws/flaw.ts';
import { FILE_FLAWS } from './flaws/file-flaws.ts';
import { LEFTOVER_FLAWS } from './flaws/leftover-flaws.ts';
import { LIFETIME_FLAWS } from './flaws/lifetime-flaws.ts';
import { LOGIN_FLAWS } from './flaws/login-flaws.ts';
import { PAGE_FLAWS } from './flaws/page-flaws.ts';
import { REVOCATION_FLAWS } from './flaws/revocation-flaws.ts';
import { TAB_FLAWS } from './flaws/tab-flaws.ts';
import { TOKEN_FLAWS } from './flaws/token-flaws.ts';
import type { Policy } from './policy.ts';
import type { Mechanism } from './settings.ts';

export type { Flaw } from './flaws/flaw.ts';

/** Every flaw that the chatbot can be given, named for what the bad product does. */
export const FLAWS = {
  ...ACCESS_FLAWS,
  ...LOGIN_FLAWS,
  ...REVOCATION_FLAWS,
  ...TOKEN_FLAWS,
  ...PAGE_FLAWS,
  ...LIFETIME_FLAWS,
  ...TAB_FLAWS,
  ...CROSS_SITE_FLAWS,
  ...CONSISTENCY_FLAWS,
  ...FILE_FLAWS,
  ...LEFTOVER_FLAWS,
} as const;

export type FlawName = keyof typeof FLAWS;

export const FLAW_NAMES = Object.keys(FLAWS) as readonly FlawName[];

type Broken = (typeof FLAWS)[FlawName]['breaks'][number];
type EveryCheckHasAFlaw = [Exclude<CheckId, Broken>] extends [never]
  ? true
  : { 'add a flaw to FLAWS that breaks': Exclude<CheckId, Broken> };

/** Does not compile while there is a check that no flaw breaks; the error names the check. */
export const EVERY_CHECK_HAS_A_FLAW: EveryCheckHasAFlaw = true;

/** The flaw, where it can be built with the mechanism. */
export function flawFor(name: FlawName, mechanism: Mechanism): Flaw {
  const flaw: Flaw = FLAWS[name];
  if (flaw.mechanisms.includes(mechanism)) return flaw;
  throw new Error(
    `The flaw ${name} needs the mechanism ${flaw.mechanisms.join(' or ')}: with ${mechanism} there is nothing that could behave so.`,
  );
}

/** A copy of the policy with the flaw's patch laid over it. */
export function applyFlaw(policy: Policy, flaw: Flaw): Policy {
  return overlay(policy, flaw.patch);
}

function overlay<T extends object>(base: T, patch: DeepPartial<T>): T {
  const result = { ...base };
  for (const key of Object.keys(patch) as (keyof T)[]) {
    const below = base[key];
    const above = patch[key];
    if (above === undefined) continue;
    result[key] = (
      typeof below === 'object' && below !== null
        ? overlay(below, above as DeepPartial<T[keyof T] & object>)
        : above
    ) as T[keyof T];
  }
  return result;
}
