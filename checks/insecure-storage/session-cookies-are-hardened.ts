import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/**
 * A cookie that authenticates, as its own `Set-Cookie` header wrote it.
 * Browsers report defaults in place of missing attributes, so their cookie jars are no evidence.
 */
export interface CredentialCookie {
  name: string;
  httpOnly: boolean;
  secure: boolean;
  /** As written; undefined: absent. */
  sameSite?: string;
  domain?: string;
  path?: string;
  /** Seconds that the header asks for, by Max-Age or Expires; undefined: until the browser closes. */
  lifetimeSeconds?: number;
}

export interface CookieEvidence {
  cookies: CredentialCookie[];
  /** Cookies that authenticate, but whose `Set-Cookie` header was not seen. */
  unseen: string[];
}

export const sessionCookiesAreHardened: Check<CookieEvidence> = {
  title: 'session cookies are hardened',
  severity: 'normal',
  standards: [STANDARDS.asvs331, STANDARDS.asvs332, STANDARDS.asvs334, STANDARDS.wstgSess02],
  cause:
    'The cookie is set with the framework’s defaults, or its attributes depend on an environment variable that is not set where it runs.',
  consequence:
    'Script that gets into the page reads the session, a plain-http request or a sibling subdomain leaks it, and other sites make the browser send it.',
  fix: 'Set it as `__Host-name=…; Path=/; Secure; HttpOnly; SameSite=Lax` (or Strict), in every environment: browsers accept Secure on http://localhost.',
  judge: ({ cookies, unseen }) =>
    judgement({
      flaws: cookies.flatMap(flawsOf),
      advice: cookies.flatMap(adviceOn),
      unresolved: unseen.map((name) => `the Set-Cookie header of ${name} was not seen`),
      looked: cookies.length > 0,
    }),
};

function flawsOf(cookie: CredentialCookie): Observation[] {
  const { name } = cookie;
  const found: string[] = [];
  if (!cookie.httpOnly) found.push(`${name} is readable by script: HttpOnly is missing`);
  if (!cookie.secure) found.push(`${name} is sent over plain http too: Secure is missing`);
  const sameSite = cookie.sameSite?.toLowerCase();
  if (sameSite === undefined) {
    found.push(`${name} leaves SameSite to the browser, and browsers differ`);
  } else if (!['lax', 'strict'].includes(sameSite)) {
    found.push(`${name} is sent along from other sites: SameSite=${cookie.sameSite}`);
  }
  // Even where it names the very host (RFC 6265 5.1.3).
  if (cookie.domain !== undefined) {
    found.push(`${name} is shared with every host under ${cookie.domain.replace(/^\./, '')}`);
  }
  if (!/^__(Host|Secure)-/i.test(name)) {
    found.push(
      `${name} has neither the __Host- nor the __Secure- prefix, so others can overwrite it`,
    );
  }
  return found.map((summary) => ({ summary, facts: factsOf(cookie) }));
}

/** What the standards only recommend, or what depends on a choice that the harness cannot see ("remember me"). */
function adviceOn(cookie: CredentialCookie): Observation[] {
  const found: string[] = [];
  if (/^__Secure-/i.test(cookie.name)) {
    found.push(`${cookie.name} has no __Host- prefix, so a sibling host can overwrite it`);
  }
  if (cookie.lifetimeSeconds !== undefined && cookie.lifetimeSeconds > 24 * 3600) {
    const days = (cookie.lifetimeSeconds / 86_400).toFixed(0);
    found.push(`${cookie.name} outlives the browser by up to ${days} days`);
  }
  return found.map((summary) => ({ summary, facts: factsOf(cookie) }));
}

function factsOf(cookie: CredentialCookie): Record<string, string> {
  return {
    HttpOnly: cookie.httpOnly ? 'yes' : 'missing',
    Secure: cookie.secure ? 'yes' : 'missing',
    SameSite: cookie.sameSite ?? 'missing',
    Domain: cookie.domain ?? 'this host only',
    Path: cookie.path ?? 'default',
    lifetime:
      cookie.lifetimeSeconds === undefined ? 'browser session' : `${cookie.lifetimeSeconds} s`,
  };
}
