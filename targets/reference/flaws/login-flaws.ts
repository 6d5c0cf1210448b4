import { BOTH, COOKIE, TOKEN, type Flaw } from './flaw.ts';

/** What signing in and a new password leave as it was, and identifiers that are none. */
export const LOGIN_FLAWS = {
  loginKeepsSessionIdentifier: {
    title:
      'The identifier that a visitor had before signing in becomes the one of the signed-in session.',
    mechanisms: COOKIE,
    patch: { login: { issuedIdentifier: 'kept' } },
    breaks: ['loginIssuesFreshSession', 'loginEndsTheEarlierSession'],
  },
  loginAdoptsUnknownIdentifier: {
    title: 'Sign-in adopts a session identifier that the server never issued.',
    mechanisms: COOKIE,
    patch: { login: { unknownIdentifier: 'adopted' } },
    breaks: ['loginIssuesFreshSession'],
  },
  loginLeavesTheEarlierSession: {
    title: 'The session that a browser had lives on when it signs in once more.',
    mechanisms: BOTH,
    patch: { login: { earlierSession: 'left' } },
    breaks: ['loginEndsTheEarlierSession'],
  },
  guestKeepsTheConversation: {
    title:
      'The identifier of a guest goes on reading the conversation that an account has taken over.',
    mechanisms: BOTH,
    patch: { guests: { afterSignIn: 'goes on reading' } },
    breaks: ['guestLosesTheConversation'],
  },
  resetNamesThePersonInTheSession: {
    title:
      'Whoever asks for a new password has the name that she gave in her session, where the guard reads who is signed in.',
    mechanisms: BOTH,
    patch: { reset: { remembers: 'in the browser’s session' } },
    breaks: ['halfDoneSignInGivesNoAccess'],
  },
  resetTicketServesAsAccessToken: {
    title:
      'The page that asks for a new password is given a ticket for its next step that is signed like an access token, and is taken for one.',
    mechanisms: TOKEN,
    patch: { reset: { remembers: 'in a ticket signed like an access token' } },
    breaks: ['halfDoneSignInGivesNoAccess'],
  },
  failedSignInNamesThePerson: {
    title:
      'A sign-in with a wrong password leaves the name in the visitor’s session, and the list of conversations goes by it.',
    mechanisms: COOKIE,
    patch: { login: { failedAttempt: 'the name, which the list goes by' } },
    breaks: ['halfDoneSignInGivesNoAccess'],
  },
  passwordChangeKeepsTheIdentifier: {
    title: 'The session that changes the password keeps the credentials that it had.',
    mechanisms: BOTH,
    patch: { passwordChange: { identifier: 'kept' } },
    breaks: ['passwordChangeRenewsTheSession'],
  },
  sessionIdentifiersAreCounted: {
    title: 'A session’s identifier is the time and a counter, written in hexadecimal.',
    mechanisms: COOKIE,
    patch: { identifiers: { sessions: 'time and a counter' } },
    breaks: ['sessionIdentifiersAreUnpredictable'],
  },
  everySignInIsRemembered: {
    title:
      'The box for staying signed in decides how long the server keeps a session; the cookie outlives the browser in any case.',
    mechanisms: BOTH,
    patch: { cookie: { lasting: 'all' } },
    breaks: ['staysSignedInOnlyWhereAsked'],
  },
  rememberedSessionsNeverEnd: {
    title: 'A session that its person asked to keep has no end.',
    mechanisms: BOTH,
    patch: { rememberedSessions: 'never' },
    breaks: ['staysSignedInOnlyWhereAsked', 'rememberedSessionEndsAtItsLimit'],
  },
  cookieReadableByScript: {
    title: 'The session cookie lacks HttpOnly: any script in the page reads it.',
    mechanisms: BOTH,
    patch: { cookie: { httpOnly: false } },
    breaks: ['sessionCookiesAreHardened'],
  },
  cookieWithoutSameSite: {
    title: 'The session cookie states no SameSite.',
    mechanisms: BOTH,
    patch: { cookie: { sameSite: 'unstated' } },
    breaks: ['sessionCookiesAreHardened'],
  },
  cookieWithoutSecure: {
    title: 'The session cookie lacks Secure: it travels over plain HTTP as well.',
    mechanisms: BOTH,
    patch: { cookie: { secure: false } },
    breaks: ['sessionCookiesAreHardened'],
  },
} as const satisfies Record<string, Flaw>;
