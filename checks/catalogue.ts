import type { Check } from './check.ts';
import type { CheckId } from './check-ids.ts';
import { activeSessionEndsAtItsLimit } from './idle-timeout/active-session-ends-at-its-limit.ts';
import { clockSetBackExtendsNothing } from './idle-timeout/clock-set-back-extends-nothing.ts';
import { expiredCookieIsRefused } from './idle-timeout/expired-cookie-is-refused.ts';
import { idleChannelsReceiveNothing } from './idle-timeout/idle-channels-receive-nothing.ts';
import { idlePageWarnsFirst } from './idle-timeout/idle-page-warns-first.ts';
import { idlePageShowsNothing } from './idle-timeout/idle-page-shows-nothing.ts';
import { idleSessionEndsOnServer } from './idle-timeout/idle-session-ends-on-server.ts';
import { idleSignOutReachesTheServer } from './idle-timeout/idle-sign-out-reaches-the-server.ts';
import { rememberedSessionEndsAtItsLimit } from './idle-timeout/remembered-session-ends-at-its-limit.ts';
import { sessionInUseIsNotCutOff } from './idle-timeout/session-in-use-is-not-cut-off.ts';
import { untouchedPageKeepsNothingAlive } from './idle-timeout/untouched-page-keeps-nothing-alive.ts';
import { endedSessionLosesNoMessage } from './inconsistent-state/ended-session-loses-no-message.ts';
import { logoutReachesOtherTabs } from './inconsistent-state/logout-reaches-other-tabs.ts';
import { accountSwitchReachesOtherTabs } from './inconsistent-state/account-switch-reaches-other-tabs.ts';
import { oldTabsWriteIntoNobodysAccount } from './inconsistent-state/old-tabs-write-into-nobodys-account.ts';
import { devicesAgreeOnWhatWasSaid } from './inconsistent-state/devices-agree-on-what-was-said.ts';
import { endingsElsewhereReachThePage } from './inconsistent-state/endings-elsewhere-reach-the-page.ts';
import { answersStayInTheirConversation } from './inconsistent-state/answers-stay-in-their-conversation.ts';
import { nothingIsLostOrDoubled } from './inconsistent-state/nothing-is-lost-or-doubled.ts';
import { otherSitesSignNobodyOut } from './inconsistent-state/other-sites-sign-nobody-out.ts';
import { peopleWhoChatAtOnceStayApart } from './inconsistent-state/people-who-chat-at-once-stay-apart.ts';
import { diskCacheHoldsNoConversation } from './insecure-storage/disk-cache-holds-no-conversation.ts';
import { logoutClearsTheBrowser } from './insecure-storage/logout-clears-the-browser.ts';
import { offlineLogoutClearsTheBrowser } from './insecure-storage/offline-logout-clears-the-browser.ts';
import { nextPersonSeesNothing } from './insecure-storage/next-person-sees-nothing.ts';
import { scriptReadsNoCredential } from './insecure-storage/script-reads-no-credential.ts';
import { otherOriginsReceiveNothing } from './insecure-storage/other-origins-receive-nothing.ts';
import { sessionCookiesAreHardened } from './insecure-storage/session-cookies-are-hardened.ts';
import { sharedCachesKeepNothingPrivate } from './insecure-storage/shared-caches-keep-nothing-private.ts';
import { staysSignedInOnlyWhereAsked } from './insecure-storage/stays-signed-in-only-where-asked.ts';
import { urlsCarryNoSecrets } from './insecure-storage/urls-carry-no-secrets.ts';
import { deletedConversationIsGone } from './revocation/deleted-conversation-is-gone.ts';
import { deviceRevocationEndsThatSession } from './revocation/device-revocation-ends-that-session.ts';
import { failedLogoutIsNotHidden } from './revocation/failed-logout-is-not-hidden.ts';
import { loginRevivesNothing } from './revocation/login-revives-nothing.ts';
import { logoutEndsLiveChannels } from './revocation/logout-ends-live-channels.ts';
import { logoutIsWithinReach } from './revocation/logout-is-within-reach.ts';
import { logoutRevokesCredentials } from './revocation/logout-revokes-credentials.ts';
import { passwordChangeEndsOtherSessions } from './revocation/password-change-ends-other-sessions.ts';
import { signInAfterLogoutAsksAgain } from './revocation/sign-in-after-logout-asks-again.ts';
import { signOutEverywhereEndsAllSessions } from './revocation/sign-out-everywhere-ends-all-sessions.ts';
import { withdrawnShareIsGone } from './revocation/withdrawn-share-is-gone.ts';
import { guestLosesTheConversation } from './session-fixation/guest-loses-the-conversation.ts';
import { loginEndsTheEarlierSession } from './session-fixation/login-ends-the-earlier-session.ts';
import { loginIssuesFreshSession } from './session-fixation/login-issues-fresh-session.ts';
import { otherSitesSignNobodyIn } from './session-fixation/other-sites-sign-nobody-in.ts';
import { passwordChangeRenewsTheSession } from './session-fixation/password-change-renews-the-session.ts';
import { sessionIdentifiersAreUnpredictable } from './session-fixation/session-identifiers-are-unpredictable.ts';
import { alteredCredentialIsRefused } from './token-validation/altered-credential-is-refused.ts';
import { expiredTokenIsRefused } from './token-validation/expired-token-is-refused.ts';
import { forgedTokenIsRefused } from './token-validation/forged-token-is-refused.ts';
import { revokedTokenStaysRevoked } from './token-validation/revoked-token-stays-revoked.ts';
import { tokensAreShortLivedAndSilent } from './token-validation/tokens-are-short-lived-and-silent.ts';
import { wrongTokenTypeIsRefused } from './token-validation/wrong-token-type-is-refused.ts';
import { chatCannotBeFramed } from './unauthenticated-access/chat-cannot-be-framed.ts';
import { clientIdentityClaimsAreIgnored } from './unauthenticated-access/client-identity-claims-are-ignored.ts';
import { conversationIsChangedByItsOwnerOnly } from './unauthenticated-access/conversation-is-changed-by-its-owner-only.ts';
import { conversationNeedsAuthentication } from './unauthenticated-access/conversation-needs-authentication.ts';
import { conversationStaysWithItsOwner } from './unauthenticated-access/conversation-stays-with-its-owner.ts';
import { deepLinkShowsNothingToOthers } from './unauthenticated-access/deep-link-shows-nothing-to-others.ts';
import { halfDoneSignInGivesNoAccess } from './unauthenticated-access/half-done-sign-in-gives-no-access.ts';
import { identifiersAreNotGuessable } from './unauthenticated-access/identifiers-are-not-guessable.ts';
import { liveChannelsNeedTheirOwner } from './unauthenticated-access/live-channels-need-their-owner.ts';
import { messagesOfOtherSitesAreIgnored } from './unauthenticated-access/messages-of-other-sites-are-ignored.ts';
import { oneIdentityWinsEverywhere } from './unauthenticated-access/one-identity-wins-everywhere.ts';
import { otherSitesReadNothing } from './unauthenticated-access/other-sites-read-nothing.ts';
import { otherSitesChangeNothing } from './unauthenticated-access/other-sites-change-nothing.ts';
import { addressesDoNotRunAsScript } from './xss/addresses-do-not-run-as-script.ts';
import { messagesDoNotRunAsScript } from './xss/messages-do-not-run-as-script.ts';
import { messagesSendNothingElsewhere } from './xss/messages-send-nothing-elsewhere.ts';

/** Every check with its judge; the compiler holds it complete against `CHECK_CLASSES`. */
export const CHECKS = {
  conversationNeedsAuthentication,
  conversationStaysWithItsOwner,
  conversationIsChangedByItsOwnerOnly,
  liveChannelsNeedTheirOwner,
  clientIdentityClaimsAreIgnored,
  oneIdentityWinsEverywhere,
  identifiersAreNotGuessable,
  deepLinkShowsNothingToOthers,
  halfDoneSignInGivesNoAccess,
  otherSitesReadNothing,
  messagesOfOtherSitesAreIgnored,
  chatCannotBeFramed,
  otherSitesChangeNothing,
  otherSitesSignNobodyIn,
  loginIssuesFreshSession,
  loginEndsTheEarlierSession,
  passwordChangeRenewsTheSession,
  guestLosesTheConversation,
  sessionIdentifiersAreUnpredictable,
  logoutRevokesCredentials,
  logoutEndsLiveChannels,
  signOutEverywhereEndsAllSessions,
  deviceRevocationEndsThatSession,
  passwordChangeEndsOtherSessions,
  withdrawnShareIsGone,
  deletedConversationIsGone,
  failedLogoutIsNotHidden,
  loginRevivesNothing,
  signInAfterLogoutAsksAgain,
  logoutIsWithinReach,
  sessionCookiesAreHardened,
  logoutClearsTheBrowser,
  offlineLogoutClearsTheBrowser,
  diskCacheHoldsNoConversation,
  nextPersonSeesNothing,
  staysSignedInOnlyWhereAsked,
  sharedCachesKeepNothingPrivate,
  scriptReadsNoCredential,
  urlsCarryNoSecrets,
  otherOriginsReceiveNothing,
  messagesDoNotRunAsScript,
  messagesSendNothingElsewhere,
  addressesDoNotRunAsScript,
  idleSessionEndsOnServer,
  untouchedPageKeepsNothingAlive,
  clockSetBackExtendsNothing,
  expiredCookieIsRefused,
  idlePageShowsNothing,
  idleSignOutReachesTheServer,
  idleChannelsReceiveNothing,
  sessionInUseIsNotCutOff,
  idlePageWarnsFirst,
  activeSessionEndsAtItsLimit,
  rememberedSessionEndsAtItsLimit,
  alteredCredentialIsRefused,
  forgedTokenIsRefused,
  wrongTokenTypeIsRefused,
  revokedTokenStaysRevoked,
  expiredTokenIsRefused,
  tokensAreShortLivedAndSilent,
  otherSitesSignNobodyOut,
  logoutReachesOtherTabs,
  accountSwitchReachesOtherTabs,
  oldTabsWriteIntoNobodysAccount,
  endingsElsewhereReachThePage,
  answersStayInTheirConversation,
  nothingIsLostOrDoubled,
  endedSessionLosesNoMessage,
  devicesAgreeOnWhatWasSaid,
  peopleWhoChatAtOnceStayApart,
} as const satisfies Record<CheckId, Check<never>>;

/** The evidence that the judge of a check takes. */
export type EvidenceOf<Id extends CheckId> = Parameters<(typeof CHECKS)[Id]['judge']>[0];
