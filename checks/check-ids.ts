import type { FlawClassId } from './flaw-classes.ts';

/**
 * Every check, by the property that it holds, with the class of the flaws that it finds.
 *
 * Kept apart from the catalogue so that the reference chatbot's flaws can name checks without importing their judges.
 */
export const CHECK_CLASSES = {
  conversationNeedsAuthentication: 'unauthenticated-access',
  conversationStaysWithItsOwner: 'unauthenticated-access',
  loginIssuesFreshSession: 'session-fixation',
  logoutRevokesCredentials: 'revocation',
  sessionCookiesAreHardened: 'insecure-storage',
  logoutClearsTheBrowser: 'insecure-storage',
  messagesDoNotRunAsScript: 'xss',
  idleSessionEndsOnServer: 'idle-timeout',
  alteredCredentialIsRefused: 'token-validation',
  logoutReachesOtherTabs: 'inconsistent-state',
} as const satisfies Record<string, FlawClassId>;

export type CheckId = keyof typeof CHECK_CLASSES;

export const CHECK_IDS = Object.keys(CHECK_CLASSES) as readonly CheckId[];
