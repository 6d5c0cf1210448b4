import { BOTH, type Flaw, TOKEN } from './flaw.ts';

/** What the page or the browser does wrong, and sessions that nobody ends. */
export const PAGE_FLAWS = {
  logoutLeavesTheCookie: {
    title:
      'The header that should delete the session cookie does not fit it, so the browser keeps it.',
    mechanisms: BOTH,
    patch: { logout: { deletionFitsCookie: false, clearsSiteData: false } },
    breaks: ['logoutClearsTheBrowser'],
  },
  logoutLeavesOfflineCopy: {
    title: 'A copy of the opened conversations stays in localStorage after sign-out.',
    mechanisms: BOTH,
    patch: { logout: { clearsSiteData: false }, page: { offlineCopy: 'kept' } },
    breaks: ['logoutClearsTheBrowser', 'nextPersonSeesNothing', 'idlePageShowsNothing'],
  },
  offlineCopyWaitsForTheServer: {
    title:
      'Copies of the opened conversations go once the server has confirmed a sign-out; the page lets people go before that.',
    mechanisms: BOTH,
    patch: { page: { failedSignOut: 'repeated later', offlineCopy: 'cleared once confirmed' } },
    // People are told that they are signed out, and the session lives until the page is opened again.
    breaks: ['offlineLogoutClearsTheBrowser', 'failedLogoutIsNotHidden'],
  },
  conversationsAreCacheable: {
    title:
      'The browser may keep conversations in its HTTP cache, and still has them after sign-out.',
    mechanisms: BOTH,
    patch: {
      conversations: { caching: 'private, max-age=600' },
      logout: { clearsSiteData: false },
    },
    breaks: [
      'logoutClearsTheBrowser',
      'nextPersonSeesNothing',
      'idlePageShowsNothing',
      'diskCacheHoldsNoConversation',
    ],
  },
  searchResultsAreKeptOnDisk: {
    title:
      'Browsers are to ask anew for the results of a search, and keep them on disk all the same, after sign-out too.',
    mechanisms: BOTH,
    patch: {
      conversations: { foundCaching: 'private, max-age=0' },
      logout: { clearsSiteData: false },
    },
    breaks: ['diskCacheHoldsNoConversation'],
  },
  draftsStayInTheBrowser: {
    title: 'Unsent text is kept in localStorage, whoever signs in there next.',
    mechanisms: BOTH,
    patch: { logout: { clearsSiteData: false }, page: { drafts: 'in the browser' } },
    breaks: ['nextPersonSeesNothing'],
  },
  signInFormIsKept: {
    title: 'What was typed into the sign-in form stays in session storage, the password too.',
    mechanisms: BOTH,
    patch: { page: { signInForm: 'kept in the tab' } },
    breaks: ['scriptReadsNoCredential'],
  },
  answersRepeatTheCookie: {
    title:
      'The value of the HttpOnly cookie stands in an answer, too, so that the page has it at hand.',
    mechanisms: BOTH,
    patch: { cookie: { value: 'in answers, too' } },
    breaks: ['scriptReadsNoCredential'],
  },
  addressesTellTheTitle: {
    title: 'The address of a conversation holds its title, which is what was said first in it.',
    mechanisms: BOTH,
    patch: { page: { addresses: 'the identifier and the title' } },
    // In the history the addresses stay, whatever the page clears.
    breaks: ['urlsCarryNoSecrets', 'idlePageShowsNothing'],
  },
  cacheGoesByTheAddress: {
    title:
      'A cache in front of the product keeps what looks like a file, and the product answers a conversation there.',
    mechanisms: BOTH,
    patch: { conversations: { sharedCache: 'whatever looks like a file' } },
    breaks: ['sharedCachesKeepNothingPrivate'],
  },
  botReplyRenderedAsHtml: {
    title: 'The bot’s reply becomes part of the page as HTML, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { rendering: { bot: 'html' }, inlineScript: 'allowed' } },
    // The Content-Security-Policy keeps pictures and frames away, and no page from going elsewhere.
    breaks: ['messagesDoNotRunAsScript', 'messagesSendNothingElsewhere'],
  },
  userTextRenderedAsHtml: {
    title: 'What the person writes becomes part of the page as HTML, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { rendering: { user: 'html' }, inlineScript: 'allowed' } },
    // The Content-Security-Policy keeps pictures and frames away, and no page from going elsewhere.
    breaks: ['messagesDoNotRunAsScript', 'messagesSendNothingElsewhere'],
  },
  titleRenderedAsHtml: {
    title:
      'The list shows the titles of conversations as HTML, although messages are shown as text, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { titles: 'html', inlineScript: 'allowed' } },
    breaks: ['messagesDoNotRunAsScript'],
  },
  displayNameRenderedAsHtml: {
    title:
      'The account menu shows the person’s display name as HTML, although titles and messages are shown as text, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { names: 'html', inlineScript: 'allowed' } },
    breaks: ['messagesDoNotRunAsScript'],
  },
  sharePageRendersHtml: {
    title:
      'The page behind a share link shows messages as HTML, although the chat does not, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { sharePage: 'html', inlineScript: 'allowed' } },
    breaks: ['messagesDoNotRunAsScript'],
  },
  linkWritesIntoThePage: {
    title:
      'The page shows the question that a link to it suggests as HTML, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { suggestedQuestion: 'html', inlineScript: 'allowed' } },
    breaks: ['addressesDoNotRunAsScript'],
  },
  signInFollowsAnyAddress: {
    title:
      'After signing in, the page goes to whatever address its link names, be it one of script.',
    mechanisms: ['token', 'cookie'],
    patch: { page: { afterSignIn: 'wherever the link says', inlineScript: 'allowed' } },
    breaks: ['addressesDoNotRunAsScript'],
  },
  repliesLoadPictures: {
    title: 'A picture in the bot’s reply is loaded from wherever it points to.',
    mechanisms: BOTH,
    patch: { page: { pictures: 'from anywhere' } },
    breaks: ['messagesSendNothingElsewhere'],
  },
  idleLimitOnlyInThePage: {
    title: 'The page signs an idle person out; the server goes on accepting the session.',
    mechanisms: ['token', 'cookie'],
    patch: { idleLimit: 'page only', page: { timeoutReaches: 'the screen only' } },
    breaks: [
      'idleSessionEndsOnServer',
      'untouchedPageKeepsNothingAlive',
      'clockSetBackExtendsNothing',
      'idleSignOutReachesTheServer',
      'idleChannelsReceiveNothing',
    ],
  },
  idleSignOutStaysOnTheScreen: {
    title:
      'The page shows an idle person the sign-in form and tells the server nothing, which goes by its own clock.',
    mechanisms: BOTH,
    patch: { page: { timeoutReaches: 'the screen only' } },
    breaks: ['idleSignOutReachesTheServer'],
  },
  idleSignOutComesUnannounced: {
    title: 'The page signs an idle person out without having asked whether she is still there.',
    mechanisms: BOTH,
    patch: { page: { idleWarning: 'none' } },
    breaks: ['idlePageWarnsFirst'],
  },
  stayingExtendsNothing: {
    title:
      '“Stay signed in” closes the warning of the idle page; the time that was left runs out all the same.',
    mechanisms: ['token', 'cookie'],
    patch: { page: { staying: 'closes the question' } },
    breaks: ['idlePageWarnsFirst'],
  },
  noIdleLimit: {
    title: 'An idle session never ends before its absolute limit.',
    mechanisms: BOTH,
    patch: { idleLimit: 'nobody' },
    breaks: [
      'idleSessionEndsOnServer',
      'untouchedPageKeepsNothingAlive',
      'clockSetBackExtendsNothing',
      'idlePageShowsNothing',
      'idleChannelsReceiveNothing',
    ],
  },
  noAbsoluteLimit: {
    title: 'A session lasts for as long as somebody uses it.',
    mechanisms: BOTH,
    patch: { absoluteLimit: 'nobody' },
    breaks: ['activeSessionEndsAtItsLimit', 'rememberedSessionEndsAtItsLimit'],
  },
  absoluteLimitOnlyInThePage: {
    title:
      'The page signs a person out whose session has lasted for too long; the server goes on accepting it.',
    mechanisms: BOTH,
    patch: { absoluteLimit: 'page only' },
    breaks: ['activeSessionEndsAtItsLimit', 'rememberedSessionEndsAtItsLimit'],
  },
  renewalBeginsTheSessionAnew: {
    title: 'Each renewal of the access token moves the absolute limit of the session.',
    mechanisms: TOKEN,
    patch: { absoluteLimit: 'server and page, anew with each renewal' },
    breaks: ['activeSessionEndsAtItsLimit', 'rememberedSessionEndsAtItsLimit'],
  },
  openPageKeepsItsSession: {
    title: 'A live connection counts as use: a page that was left open keeps its session for ever.',
    mechanisms: ['token', 'cookie'],
    patch: { idleLimit: 'server, unless a page is open' },
    breaks: [
      'untouchedPageKeepsNothingAlive',
      'clockSetBackExtendsNothing',
      'idlePageShowsNothing',
      'idleChannelsReceiveNothing',
    ],
  },
  idleSocketsListenOn: {
    title:
      'Nothing looks at the session of a connection that only listens: it goes on past the idle limit.',
    mechanisms: ['token', 'cookie'],
    patch: { live: { pastLimit: 'left open' } },
    breaks: ['idleChannelsReceiveNothing'],
  },
  timeoutLeavesTheScreen: {
    title: 'A page whose session ran out says so above the conversation, which it leaves there.',
    mechanisms: BOTH,
    patch: { page: { timedOut: 'show a notice' } },
    breaks: ['idlePageShowsNothing'],
  },
  chattingIsNoActivity: {
    title:
      'Views of pages move the idle limit; what is said does not, and cuts off whoever says it.',
    mechanisms: BOTH,
    patch: { activity: 'page views' },
    breaks: ['sessionInUseIsNotCutOff'],
  },
  analyticsHearTheConversation: {
    title: 'The page reports every message to an analytics service, with its text.',
    mechanisms: BOTH,
    patch: { page: { telemetry: 'messages with their text' } },
    breaks: ['otherOriginsReceiveNothing'],
  },
  tracesCarryTheToken: {
    title: 'The page sends traces of its requests to another service, with their headers.',
    mechanisms: TOKEN,
    patch: { page: { telemetry: 'requests with their headers' } },
    breaks: ['otherOriginsReceiveNothing'],
  },
} as const satisfies Record<string, Flaw>;
