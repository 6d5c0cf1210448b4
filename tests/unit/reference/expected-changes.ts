import type { FlawName } from '../../../targets/reference/flaws.ts';
import { SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import { omit, type Decisions } from './decisions.ts';
import { CLAIMS, HARDENED, PAGE } from './expected-decisions.ts';

/** The page watches for nobody. */
const UNLIMITED = { ...PAGE.idle, limit: 0, warnBefore: 0, enforced: false };

/** What each flaw changes, and nothing besides. A question that a mechanism does not know is left out there. */
export const CHANGES: Record<FlawName, Decisions> = {
  conversationReadNeedsNoSession: { 'nobody reads': true, 'a visitor reads': true },
  visitorSessionOpensConversations: { 'a visitor reads': true },
  conversationReadByAnyAccount: { 'a stranger reads': true },
  titleListOfEveryone: { 'a stranger lists': true },
  loginKeepsSessionIdentifier: { 'an issued identifier survives the login': true },
  loginAdoptsUnknownIdentifier: { 'an unknown identifier survives the login': true },
  logoutOnlyClearsTheCookie: {
    'the access credential survives the logout': true,
    'the access credential of a remembered session survives the logout': true,
    'the refresh token survives the logout': true,
  },
  logoutKeepsRefreshToken: { 'the refresh token survives the logout': true },
  logoutForgetsTheLastRefreshToken: {
    'a refresh token that was used before survives the logout': true,
  },
  logoutKeepsAccessToken: {
    'the access credential survives the logout': true,
    'the access credential of a remembered session survives the logout': true,
  },
  logoutKeepsRememberedSessions: {
    'the access credential of a remembered session survives the logout': true,
  },
  everySignInIsRemembered: {
    'cookie attributes': { ...HARDENED, maxAge: SHORT_IDLE_LIMIT.absoluteSeconds },
  },
  // To be asked in few steps, the question is put to a session that is to be remembered.
  rememberedSessionsNeverEnd: { 'a session in use reads past its absolute limit': true },
  onlyTheCookieExpires: { 'a session in use reads past its absolute limit': true },
  cookieReadableByScript: { 'cookie attributes': omit(HARDENED, 'httpOnly') },
  cookieWithoutSameSite: { 'cookie attributes': omit(HARDENED, 'sameSite') },
  cookieWithoutSecure: { 'cookie attributes': omit(HARDENED, 'secure'), 'cookie name': '' },
  logoutLeavesTheCookie: { 'the deletion fits': false, 'site data is cleared': false },
  logoutLeavesOfflineCopy: {
    page: { ...PAGE, offlineCopy: 'kept' },
    'site data is cleared': false,
  },
  conversationsAreCacheable: { caching: 'private, max-age=600', 'site data is cleared': false },
  searchResultsAreKeptOnDisk: {
    'caching of what is found': 'private, max-age=0',
    'site data is cleared': false,
  },
  draftsStayInTheBrowser: {
    page: { ...PAGE, drafts: 'in the browser' },
    'site data is cleared': false,
  },
  signInFormIsKept: { page: { ...PAGE, signInForm: 'kept in the tab' } },
  answersRepeatTheCookie: { 'an answer repeats the cookie': true },
  addressesTellTheTitle: {
    'an address with a title is a page': 200,
    page: { ...PAGE, addresses: 'the identifier and the title' },
  },
  accessTokenKeptInLocalStorage: { page: { ...PAGE, accessToken: 'in the browser' } },
  socketTokenInTheAddress: {
    'a token in the address opens a socket': true,
    page: { ...PAGE, liveOpening: 'by the access token in the address' },
  },
  cacheGoesByTheAddress: { 'a copy is handed to anybody': true },
  botReplyRenderedAsHtml: {
    'inline script': true,
    page: { ...PAGE, rendering: { user: 'text', bot: 'html' } },
  },
  userTextRenderedAsHtml: {
    'inline script': true,
    page: { ...PAGE, rendering: { user: 'html', bot: 'sanitised' } },
  },
  titleRenderedAsHtml: { 'inline script': true, page: { ...PAGE, titles: 'html' } },
  displayNameRenderedAsHtml: { 'inline script': true, page: { ...PAGE, names: 'html' } },
  fileNameEndsItsAttribute: {
    'inline script': true,
    page: { ...PAGE, fileNames: 'html with quotation marks left as they are' },
  },
  filesNeedNoSession: {
    'a file is handed to its owner, a stranger and nobody': [true, true, true],
  },
  consoleKeepsTheAnswers: { page: { ...PAGE, diagnostics: 'requests and answers' } },
  sharePageRendersHtml: { 'inline script': true, page: { ...PAGE, sharePage: 'html' } },
  repliesLoadPictures: {
    'pictures from elsewhere': true,
    page: { ...PAGE, pictures: 'from anywhere' },
  },
  idleLimitOnlyInThePage: {
    'an idle session reads': true,
    'an open socket survives the idle limit': true,
    page: { ...PAGE, timeoutReaches: 'the screen only' },
  },
  idleSignOutComesUnannounced: { page: { ...PAGE, idle: { ...PAGE.idle, warnBefore: 0 } } },
  stayingExtendsNothing: {
    page: { ...PAGE, idle: { ...PAGE.idle, staying: 'closes the question' } },
  },
  idleSignOutStaysOnTheScreen: { page: { ...PAGE, timeoutReaches: 'the screen only' } },
  noIdleLimit: {
    'an idle session reads': true,
    'an open socket survives the idle limit': true,
    page: { ...PAGE, idle: UNLIMITED },
  },
  noAbsoluteLimit: {
    'the page is told of an absolute limit': false,
    'a session in use reads past its absolute limit': true,
  },
  absoluteLimitOnlyInThePage: { 'a session in use reads past its absolute limit': true },
  renewalBeginsTheSessionAnew: { 'a session in use reads past its absolute limit': true },
  // Here the clock jumps past the limit, before a connection could count as use.
  openPageKeepsItsSession: { page: { ...PAGE, idle: UNLIMITED } },
  idleTimeIsTakenFromThePage: {
    page: { ...PAGE, idle: { ...PAGE.idle, told: 'how long she is away, too' } },
  },
  idleSocketsListenOn: { 'an open socket survives the idle limit': true },
  timeoutLeavesTheScreen: { page: { ...PAGE, timedOut: 'show a notice' } },
  chattingIsNoActivity: { 'what is said keeps a session in use': false },
  unsignedTokenAccepted: { 'an unsigned token reads': true },
  tokenSignatureUnchecked: {
    'a token under another key reads': true,
    'a token under a word reads': true,
    'a token under an empty file reads': true,
    'a token under the published key reads': true,
    'a token under zeros reads': true,
  },
  logoutStaysInItsTab: { 'other tabs are told': false, page: { ...PAGE, otherTabs: 'ignore' } },
  answerGoesToTheOpenConversation: {
    page: { ...PAGE, answers: 'into the open conversation' },
  },
  answerStoredWhereOneLooked: {
    'an answer is kept where it was asked for': false,
    // Its answer lies in another one.
    'a deleted conversation is found': [false, true],
  },
  answerStoredWhereAnybodyAsked: {
    'an answer is kept where it was asked for, whoever asks meanwhile': false,
  },
  abandonedAnswerGoesToTheNext: {
    'the rest of an abandoned answer comes to a stranger': true,
  },
  stoppedAnswerGoesOnInTheNext: {
    'the rest of an abandoned answer comes in the next one': true,
  },
  regeneratedAnswerGoesWhereOneLooked: { 'an answer is written anew where it was': false },
  linkWritesIntoThePage: {
    'inline script': true,
    page: { ...PAGE, suggestedQuestion: 'html' },
  },
  signInFollowsAnyAddress: {
    'inline script': true,
    page: { ...PAGE, afterSignIn: 'wherever the link says' },
  },
  answersWriteTheConversationBack: { 'what another session said is overwritten': true },
  doubleSendIsTwice: { page: { ...PAGE, sentText: 'leaves once accepted' } },
  lostAnswersAreAskedForAgain: { page: { ...PAGE, failedMessage: 'sent again' } },
  failedSendLosesTheDraft: { page: { ...PAGE, failedMessage: 'dropped' } },
  endedSessionLosesTheDraft: { page: { ...PAGE, unsentAtTheEnd: 'dropped' } },
  refusedMessageLooksSent: { page: { ...PAGE, unsentAtTheEnd: 'left on the screen' } },
  idleLimitClearsTheFirstTab: {
    'other tabs are told': false,
    page: { ...PAGE, idle: { ...PAGE.idle, actedOnBy: 'the first tab' } },
  },
  otherTabsKeepTheConversation: { page: { ...PAGE, otherTabs: 'show a notice' } },
  oldTabsWriteForWhoeverIsSignedIn: {
    'other tabs are told': false,
    page: { ...PAGE, otherTabs: 'ignore', newcomers: 'ignore', lostConversation: 'begun anew' },
  },
  oldTabsShowWhatTheyHaveLoaded: {
    'other tabs are told': false,
    page: {
      ...PAGE,
      otherTabs: 'ignore',
      newcomers: 'ignore',
      goneConversations: 'shown as loaded',
    },
  },
  newChatsBeginForWhoeverIsSignedIn: { page: { ...PAGE, emptyTabs: 'left as they are' } },
  endingsElsewhereAreHeardWhenSending: { page: { ...PAGE, heededRefusals: 'of messages' } },
  analyticsHearTheConversation: { 'another origin is told': ['messages with their text', true] },
  tracesCarryTheToken: { 'another origin is told': ['requests with their headers', true] },

  otherOriginsReadConversations: {
    'another site may read': true,
    'another site is given a token': true,
    'cookie attributes': { ...HARDENED, sameSite: 'None' },
  },
  socketsAnswerOtherSites: {
    'another site’s socket is let in': true,
    'cookie attributes': { ...HARDENED, sameSite: 'None' },
  },
  chatCanBeFramed: {
    'another site may frame': [true, true],
    'cookie attributes': { ...HARDENED, sameSite: 'None' },
  },

  conversationWrittenByAnyAccount: { 'a stranger': ['goes on', 'renames', 'deletes'] },
  answersAskedAgainByAnyAccount: { 'a stranger': ['asks again'] },
  conversationSharedByAnyAccount: { 'a stranger': ['shares'] },
  liveFramesReachEveryAccount: { 'a stranger hears': true },
  liveHandshakeIsOpen: { 'a guest hears': true },
  identityHeaderBelieved: { 'a header names the reader': [true, true] },
  listGoesByTheLastCookie: { 'the first cookie lists': false },
  conversationIdsAreCounted: { 'a conversation’s identifier is a number': true },
  shareIdsAreShort: { 'characters of a share’s identifier': 5 },
  previewTellsTheConversation: { 'the document says what was said': true },
  loginLeavesTheEarlierSession: { 'the earlier session survives the sign-in': true },
  guestKeepsTheConversation: { 'a guest identifier reads after the sign-in': true },
  resetNamesThePersonInTheSession: { 'a request for a new password signs in': true },
  resetTicketServesAsAccessToken: { 'the ticket of that request signs in': true },
  failedSignInNamesThePerson: { 'a refused sign-in lists': true },
  passwordChangeKeepsTheIdentifier: { 'the credential from before a new password is good': true },
  sessionIdentifiersAreCounted: { 'an identifier is made of digits': true },
  logoutLeavesChannelsOpen: { 'an open socket survives the logout': true },
  signOutEverywhereEndsThisSessionOnly: {
    'another session survives everywhere': true,
    'another socket hears after everywhere': true,
  },
  everywhereLeavesChannelsOpen: { 'another socket hears after everywhere': true },
  deviceRevocationHidesTheEntry: { 'an ended device is signed in': true },
  passwordChangeKeepsOtherSessions: { 'another session survives a new password': true },
  withdrawnShareStaysPublished: { 'a withdrawn share opens': true },
  deletedConversationKeepsItsShare: { 'the share of a deleted conversation opens': true },
  deletedConversationIsOnlyHidden: {
    'the share of a deleted conversation opens': true,
    'a deleted conversation opens': [true, true],
  },
  logoutFailureIsHidden: { page: { ...PAGE, failedSignOut: 'hidden' } },
  failedLogoutIsRepeatedLater: {
    page: { ...PAGE, failedSignOut: 'repeated later', offlineCopy: 'cleared at sign-out' },
  },
  offlineCopyWaitsForTheServer: {
    page: { ...PAGE, failedSignOut: 'repeated later', offlineCopy: 'cleared once confirmed' },
  },
  loginLiftsRevocation: { 'a signed-out session lives again': true },
  logoutOffersTheAccountAgain: {
    page: { ...PAGE, signInOffers: 'the form and the account that was here' },
  },
  logoutIsFarAway: { page: { ...PAGE, signOutControl: 'below the list' } },
  tokenSecretIsGuessable: { 'a token under a word reads': true },
  tokenNamesItsKey: { 'a token that brings its key reads': true },
  tokenNamesTheAddressOfItsKey: { 'a token that names the address of its key reads': true },
  tokenNamesTheFileOfItsKey: { 'a token under an empty file reads': true },
  publicKeyTakenForASecret: {
    'a token under the published key reads': true,
    'algorithm of a token': 'RS256',
  },
  signatureOfZerosAccepted: {
    'a token under zeros reads': true,
    'algorithm of a token': 'ES256',
  },
  tokenExpiryUnchecked: { 'an expired token reads': true },
  refreshTokenServesAsAccessToken: { 'a refresh token reads': true },
  denyListHoldsTheText: { 'a respelled token reads after the logout': true },
  tokenNeverExpires: { 'claims of a token': CLAIMS.filter((claim) => claim !== 'exp') },
  messagesOfHostsThatEndAlike: {
    'another site keeps its hold of what it opens': true,
    page: { ...PAGE, windowsHeard: 'of hosts that end alike' },
  },
  messagesOfOriginsThatBeginAlike: {
    'another site keeps its hold of what it opens': true,
    page: { ...PAGE, windowsHeard: 'of origins that begin alike' },
  },
  openerIsToldTheConversation: {
    'another site keeps its hold of what it opens': true,
    page: { ...PAGE, windowsTold: 'whichever it is' },
  },
  formsOfOtherSitesAreBelieved: {
    'cookie attributes': omit(HARDENED, 'sameSite'),
    'another site': ['goes on', 'renames', 'shares', 'signs out'],
  },
  signInByOtherSites: { 'another site': ['signs in'] },
  sharingByAnyMethod: { 'another site': ['shares by a link'] },
  tokenTellsWhoOneIs: { 'claims of a token': [...CLAIMS, 'email', 'name', 'role'].sort() },
};
