import { isIP } from 'node:net';
import { ConfigurationError } from '../checks/configuration-error.ts';
import type { Environment } from './environment.ts';
import { profileSchema } from './profile.ts';
import { readProfile } from './profile-file.ts';
import type { RunningTarget } from './target.ts';

/**
 * A chatbot that somebody else runs, from its profile file and the environment.
 *
 * @throws ConfigurationError naming every problem of the profile, or the missing authorisation
 */
export function ownChatbot(environment: Environment): RunningTarget {
  const path = environment.target.kind === 'profile' ? environment.target.path : undefined;
  const profile = path === undefined ? profileSchema.parse({ name: 'chatbot' }) : readProfile(path);
  const address = environment.url ?? profile.origin;
  if (address === undefined) {
    throw new ConfigurationError('The chatbot’s address is not known:', [
      `set TARGET_URL, or “origin” in ${path ?? 'a profile'}`,
    ]);
  }
  const origin = new URL(address).origin;
  for (const allowed of [origin, ...profile.alsoAllowed]) {
    demandAuthorisation(new URL(allowed), environment);
  }
  if (!environment.people) {
    throw new ConfigurationError('The two test accounts are not known:', [
      'set ALICE_USERNAME, ALICE_PASSWORD, BOB_USERNAME and BOB_PASSWORD',
    ]);
  }
  const name = path === undefined ? new URL(origin).host : profile.name;
  return {
    name,
    profile: { ...profile, name },
    origin,
    people: environment.people,
    idleAccounts: environment.idleAccounts ?? [],
    close: () => Promise.resolve(),
  };
}

function demandAuthorisation(url: URL, environment: Environment): void {
  if (isLoopback(url.hostname) || environment.authorisedBy !== undefined) return;
  throw new ConfigurationError(`${url.origin} is not on this machine, so it is not audited yet:`, [
    'attacking a chatbot without its owner’s leave is a crime in most places; state who gave it in TARGET_AUTHORISED_BY, for example “Ada Example, head of the chat team, 2026-11-23”',
  ]);
}

/** 127.0.0.0/8, ::1, `localhost` and its subdomains (RFC 6761). */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
