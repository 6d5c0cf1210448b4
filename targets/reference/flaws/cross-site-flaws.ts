import { BOTH, COOKIE, type Flaw } from './flaw.ts';

/** What pages of other sites may do in the browser of somebody who is signed in. */
export const CROSS_SITE_FLAWS = {
  otherOriginsReadConversations: {
    title:
      'Whatever origin asks is allowed by CORS to read, with credentials, and the cookie is sent from other sites.',
    mechanisms: BOTH,
    patch: { otherSites: { reads: 'answered' }, cookie: { sameSite: 'None' } },
    breaks: ['otherSitesReadNothing', 'sessionCookiesAreHardened'],
  },
  socketsAnswerOtherSites: {
    title:
      'The handshake of the live connection does not look at its Origin, and the cookie is sent from other sites.',
    mechanisms: COOKIE,
    patch: { otherSites: { sockets: 'answered' }, cookie: { sameSite: 'None' } },
    breaks: ['otherSitesReadNothing', 'sessionCookiesAreHardened'],
  },
  chatCanBeFramed: {
    title:
      'Any site may show the chat in a frame, and the cookie is sent from there, so that somebody is signed in in it.',
    mechanisms: BOTH,
    patch: { otherSites: { framing: 'allowed' }, cookie: { sameSite: 'None' } },
    breaks: ['chatCannotBeFramed', 'sessionCookiesAreHardened'],
  },
  messagesOfHostsThatEndAlike: {
    title:
      'What a window beside the chat says is taken from any host whose name ends like the product’s own.',
    mechanisms: BOTH,
    patch: {
      otherSites: { opening: 'left' },
      page: { windowsHeard: 'of hosts that end alike' },
    },
    breaks: ['messagesOfOtherSitesAreIgnored'],
  },
  messagesOfOriginsThatBeginAlike: {
    title:
      'What a window beside the chat says is taken from any origin that begins with the product’s scheme and host.',
    mechanisms: BOTH,
    patch: {
      otherSites: { opening: 'left' },
      page: { windowsHeard: 'of origins that begin alike' },
    },
    breaks: ['messagesOfOtherSitesAreIgnored'],
  },
  openerIsToldTheConversation: {
    title: 'A page tells the window that opened it which conversation it shows, whoever that is.',
    mechanisms: BOTH,
    patch: { otherSites: { opening: 'left' }, page: { windowsTold: 'whichever it is' } },
    breaks: ['messagesOfOtherSitesAreIgnored'],
  },
  formsOfOtherSitesAreBelieved: {
    title:
      'The session cookie states no SameSite, and a form of any site is taken for the page’s own, whatever its type.',
    mechanisms: COOKIE,
    patch: {
      cookie: { sameSite: 'unstated' },
      otherSites: { changes: 'believed', signOut: 'believed' },
    },
    breaks: ['otherSitesChangeNothing', 'otherSitesSignNobodyOut', 'sessionCookiesAreHardened'],
  },
  sharingByAnyMethod: {
    title:
      'A conversation is published by whatever request names the action, a followed link included.',
    mechanisms: COOKIE,
    patch: { otherSites: { sharing: 'by any method' } },
    breaks: ['otherSitesChangeNothing'],
  },
  signInByOtherSites: {
    title: 'Signing in is taken from any site, whatever its body says that it is.',
    mechanisms: BOTH,
    patch: { otherSites: { signIn: 'believed' } },
    breaks: ['otherSitesSignNobodyIn'],
  },
} as const satisfies Record<string, Flaw>;
