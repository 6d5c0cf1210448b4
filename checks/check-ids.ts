import type { FlawClassId } from './flaw-classes.ts';

/**
 * Every check, by the property that it holds, with the class of the flaws that it finds.
 *
 * Kept apart from the catalogue so that the reference chatbot's flaws can name checks without importing their judges.
 */
export const CHECK_CLASSES = {
  conversationNeedsAuthentication: 'unauthenticated-access',
  conversationStaysWithItsOwner: 'unauthenticated-access',
  conversationIsChangedByItsOwnerOnly: 'unauthenticated-access',
  liveChannelsNeedTheirOwner: 'unauthenticated-access',
  clientIdentityClaimsAreIgnored: 'unauthenticated-access',
  oneIdentityWinsEverywhere: 'unauthenticated-access',
  identifiersAreNotGuessable: 'unauthenticated-access',
  deepLinkShowsNothingToOthers: 'unauthenticated-access',
  otherSitesReadNothing: 'unauthenticated-access',
  chatCannotBeFramed: 'unauthenticated-access',
  otherSitesChangeNothing: 'unauthenticated-access',
  otherSitesSignNobodyIn: 'session-fixation',
  loginIssuesFreshSession: 'session-fixation',
  loginEndsTheEarlierSession: 'session-fixation',
  passwordChangeRenewsTheSession: 'session-fixation',
  guestLosesTheConversation: 'session-fixation',
  sessionIdentifiersAreUnpredictable: 'session-fixation',
  logoutRevokesCredentials: 'revocation',
  logoutEndsLiveChannels: 'revocation',
  signOutEverywhereEndsAllSessions: 'revocation',
  deviceRevocationEndsThatSession: 'revocation',
  passwordChangeEndsOtherSessions: 'revocation',
  withdrawnShareIsGone: 'revocation',
  deletedConversationIsGone: 'revocation',
  failedLogoutIsNotHidden: 'revocation',
  loginRevivesNothing: 'revocation',
  logoutIsWithinReach: 'revocation',
  sessionCookiesAreHardened: 'insecure-storage',
  logoutClearsTheBrowser: 'insecure-storage',
  nextPersonSeesNothing: 'insecure-storage',
  sharedCachesKeepNothingPrivate: 'insecure-storage',
  scriptReadsNoCredential: 'insecure-storage',
  urlsCarryNoSecrets: 'insecure-storage',
  otherOriginsReceiveNothing: 'insecure-storage',
  messagesDoNotRunAsScript: 'xss',
  messagesSendNothingElsewhere: 'xss',
  addressesDoNotRunAsScript: 'xss',
  idleSessionEndsOnServer: 'idle-timeout',
  untouchedPageKeepsNothingAlive: 'idle-timeout',
  idlePageShowsNothing: 'idle-timeout',
  idleSignOutReachesTheServer: 'idle-timeout',
  idleChannelsReceiveNothing: 'idle-timeout',
  sessionInUseIsNotCutOff: 'idle-timeout',
  activeSessionEndsAtItsLimit: 'idle-timeout',
  alteredCredentialIsRefused: 'token-validation',
  forgedTokenIsRefused: 'token-validation',
  wrongTokenTypeIsRefused: 'token-validation',
  revokedTokenStaysRevoked: 'token-validation',
  expiredTokenIsRefused: 'token-validation',
  tokensAreShortLivedAndSilent: 'token-validation',
  otherSitesSignNobodyOut: 'inconsistent-state',
  logoutReachesOtherTabs: 'inconsistent-state',
  oldTabsWriteIntoNobodysAccount: 'inconsistent-state',
  answersStayInTheirConversation: 'inconsistent-state',
  nothingIsLostOrDoubled: 'inconsistent-state',
  peopleWhoChatAtOnceStayApart: 'inconsistent-state',
} as const satisfies Record<string, FlawClassId>;

export type CheckId = keyof typeof CHECK_CLASSES;

export const CHECK_IDS = Object.keys(CHECK_CLASSES) as readonly CheckId[];
