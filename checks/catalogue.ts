import type { Check } from './check.ts';
import type { CheckId } from './check-ids.ts';
import { idleSessionEndsOnServer } from './idle-timeout/idle-session-ends-on-server.ts';
import { logoutReachesOtherTabs } from './inconsistent-state/logout-reaches-other-tabs.ts';
import { logoutClearsTheBrowser } from './insecure-storage/logout-clears-the-browser.ts';
import { sessionCookiesAreHardened } from './insecure-storage/session-cookies-are-hardened.ts';
import { logoutRevokesCredentials } from './revocation/logout-revokes-credentials.ts';
import { loginIssuesFreshSession } from './session-fixation/login-issues-fresh-session.ts';
import { alteredCredentialIsRefused } from './token-validation/altered-credential-is-refused.ts';
import { conversationNeedsAuthentication } from './unauthenticated-access/conversation-needs-authentication.ts';
import { conversationStaysWithItsOwner } from './unauthenticated-access/conversation-stays-with-its-owner.ts';
import { messagesDoNotRunAsScript } from './xss/messages-do-not-run-as-script.ts';

/** Every check with its judge; the compiler holds it complete against `CHECK_CLASSES`. */
export const CHECKS = {
  conversationNeedsAuthentication,
  conversationStaysWithItsOwner,
  loginIssuesFreshSession,
  logoutRevokesCredentials,
  sessionCookiesAreHardened,
  logoutClearsTheBrowser,
  messagesDoNotRunAsScript,
  idleSessionEndsOnServer,
  alteredCredentialIsRefused,
  logoutReachesOtherTabs,
} as const satisfies Record<CheckId, Check<never>>;

/** The evidence that the judge of a check takes. */
export type EvidenceOf<Id extends CheckId> = Parameters<(typeof CHECKS)[Id]['judge']>[0];
