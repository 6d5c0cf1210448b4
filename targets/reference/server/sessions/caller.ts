import type { AccountRecord } from '../storage/accounts.ts';
import type { Session } from './session.ts';

/** Who sent a request, as far as its credentials tell. */
export type Caller =
  | { kind: 'nobody' }
  /** It brought a credential that opens nothing: unknown, expired, revoked or altered. */
  | { kind: 'refused' }
  | { kind: 'visitor'; session: Session }
  | Person;

export interface Person {
  kind: 'person';
  session: Session;
  account: AccountRecord;
}
