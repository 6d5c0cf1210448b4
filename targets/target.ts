import type { Secret } from '../checks/secret.ts';
import type { Profile } from './profile.ts';

/** A test account; every audit needs two. */
export interface Account {
  username: string;
  password: Secret;
}

export const PERSON_NAMES = ['alice', 'bob'] as const;
export type PersonName = (typeof PERSON_NAMES)[number];

/** A chatbot that answers, and whom the harness may be in it. */
export interface RunningTarget {
  /** For headings, for example `reference (cookie)`. */
  name: string;
  profile: Profile;
  /** Scheme, host and port, without a trailing slash. */
  origin: string;
  people: Record<PersonName, Account>;
  /**
   * Further accounts for stories that wait for a session to grow old, so that they need neither of the two that the others
   * sign in and out with meanwhile: the last is the other person in all of them, and each of the rest is one story's at a
   * time. None: such stories wait in their turn.
   */
  idleAccounts?: readonly Account[];
  /** Stops whatever `start` started; nothing for a chatbot that somebody else runs. */
  close(): Promise<void>;
}

/** Where requests may be sent: the chatbot’s origin, and what its profile says belongs to it. */
export function allowedOrigins({ origin, profile }: RunningTarget): string[] {
  return [origin, ...profile.alsoAllowed];
}
