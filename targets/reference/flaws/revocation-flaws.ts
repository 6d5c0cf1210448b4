import { BOTH, COOKIE, type Flaw, TOKEN } from './flaw.ts';

/** What goes on working after a person has ended it. */
export const REVOCATION_FLAWS = {
  logoutOnlyClearsTheCookie: {
    title: 'Sign-out removes the cookie from the browser and keeps the session on the server.',
    mechanisms: BOTH,
    patch: {
      logout: { endsSession: false, deniesAccessTokens: false, revokesRefreshTokens: false },
    },
    // What signs an idle person out asks for the same.
    breaks: ['logoutRevokesCredentials', 'idleSignOutReachesTheServer'],
  },
  logoutKeepsRefreshToken: {
    title: 'Sign-out denies the access token; the refresh token still yields new ones.',
    mechanisms: TOKEN,
    patch: { logout: { endsSession: false, revokesRefreshTokens: false } },
    breaks: ['logoutRevokesCredentials', 'idleSignOutReachesTheServer'],
  },
  logoutKeepsAccessToken: {
    title: 'Sign-out revokes the refresh token; the access token works until it expires.',
    mechanisms: TOKEN,
    patch: { logout: { endsSession: false, deniesAccessTokens: false } },
    breaks: ['logoutRevokesCredentials', 'idleSignOutReachesTheServer'],
  },
  logoutForgetsTheLastRefreshToken: {
    title:
      'A refresh token stays good when the next one has been issued, and sign-out forgets the last one only.',
    mechanisms: TOKEN,
    patch: {
      logout: { endsSession: false },
      refreshTokens: { used: 'stay good', forgotten: 'the last' },
    },
    breaks: ['logoutRevokesCredentials'],
  },
  logoutKeepsRememberedSessions: {
    title:
      'Sign-out takes the cookie away; the server keeps a session that was to be remembered for the next time.',
    mechanisms: COOKIE,
    patch: { logout: { rememberedSession: 'kept for the next time' } },
    breaks: ['logoutRevokesCredentials'],
  },
  logoutLeavesChannelsOpen: {
    title: 'Sign-out ends the session; a socket or stream that is open goes on delivering.',
    mechanisms: BOTH,
    patch: { logout: { closesChannels: false } },
    breaks: ['logoutEndsLiveChannels'],
  },
  signOutEverywhereEndsThisSessionOnly: {
    title: '“Sign out everywhere” ends the session of the browser in which it is used.',
    mechanisms: BOTH,
    patch: { everywhere: { ends: 'this session' } },
    breaks: ['signOutEverywhereEndsAllSessions'],
  },
  everywhereLeavesChannelsOpen: {
    title: '“Sign out everywhere” ends all sessions; the sockets of the others go on delivering.',
    mechanisms: BOTH,
    patch: { everywhere: { closesChannels: false } },
    breaks: ['signOutEverywhereEndsAllSessions'],
  },
  deviceRevocationHidesTheEntry: {
    title: '“End session” takes the entry off the list of devices, and the session lives on.',
    mechanisms: BOTH,
    patch: { deviceRevocation: 'hides the entry' },
    breaks: ['deviceRevocationEndsThatSession'],
  },
  passwordChangeKeepsOtherSessions: {
    title: 'A new password leaves the sessions that were opened with the old one.',
    mechanisms: BOTH,
    patch: { passwordChange: { otherSessions: 'kept' } },
    breaks: ['passwordChangeEndsOtherSessions'],
  },
  withdrawnShareStaysPublished: {
    title: '“Stop sharing” hides the link from its owner; whoever has it still reads.',
    mechanisms: BOTH,
    patch: { shares: { withdrawal: 'hides the link' } },
    breaks: ['withdrawnShareIsGone'],
  },
  deletedConversationKeepsItsShare: {
    title: 'The share link of a deleted conversation still opens it.',
    mechanisms: BOTH,
    patch: { conversations: { deletion: 'leaves the share' } },
    breaks: ['deletedConversationIsGone'],
  },
  deletedConversationIsOnlyHidden: {
    title: 'Deleting takes a conversation off the list; its address and its export still open it.',
    mechanisms: BOTH,
    patch: { conversations: { deletion: 'takes it off the list' } },
    breaks: ['deletedConversationIsGone'],
  },
  logoutFailureIsHidden: {
    title: 'The page shows the sign-in form although the server never ended the session.',
    mechanisms: BOTH,
    patch: { page: { failedSignOut: 'hidden' } },
    breaks: ['failedLogoutIsNotHidden', 'offlineLogoutClearsTheBrowser'],
  },
  failedLogoutIsRepeatedLater: {
    title:
      'The page shows the sign-in form whatever the server answers, and asks it again when it is opened the next time.',
    mechanisms: BOTH,
    patch: { page: { failedSignOut: 'repeated later', offlineCopy: 'cleared at sign-out' } },
    breaks: ['failedLogoutIsNotHidden'],
  },
  loginLiftsRevocation: {
    title: 'The sessions that a person has signed out of live again when she next signs in.',
    mechanisms: BOTH,
    patch: {
      login: { signedOutSessions: 'live again' },
      // What is torn up at sign-out could not come back.
      logout: { deniesAccessTokens: false, revokesRefreshTokens: false },
    },
    breaks: ['loginRevivesNothing'],
  },
  logoutOffersTheAccountAgain: {
    title: 'After sign-out the sign-in page offers to go on as whoever was here, and asks nothing.',
    mechanisms: BOTH,
    patch: { logout: { offersAfterwards: 'the form and the account that was here' } },
    breaks: ['signInAfterLogoutAsksAgain'],
  },
  logoutIsFarAway: {
    title: 'The way to sign out stands below the list of conversations, out of sight.',
    mechanisms: BOTH,
    patch: { page: { signOutControl: 'below the list' } },
    breaks: ['logoutIsWithinReach'],
  },
} as const satisfies Record<string, Flaw>;
