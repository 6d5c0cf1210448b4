import { BOTH, COOKIE, type Flaw } from './flaw.ts';

/** What other tabs of the browser do not hear of, or do not act upon. */
export const TAB_FLAWS = {
  logoutStaysInItsTab: {
    title: 'Sign-out in one tab is not told to the person’s other tabs.',
    mechanisms: BOTH,
    patch: { logout: { tellsOtherTabs: false }, page: { otherTabs: 'ignore' } },
    breaks: ['logoutReachesOtherTabs'],
  },
  otherTabsKeepTheConversation: {
    title:
      'Other tabs say that the person was signed out, and keep the conversation on the screen.',
    mechanisms: BOTH,
    patch: { page: { otherTabs: 'show a notice' } },
    breaks: ['logoutReachesOtherTabs'],
  },
  idleLimitClearsTheFirstTab: {
    title:
      'The tab that was opened first acts on the idle limit for all tabs of its browser: it signs out and clears itself, and the others keep the conversation on the screen.',
    mechanisms: BOTH,
    // Of a sign-out that somebody asked for, the tabs tell one another.
    patch: { logout: { tellsOtherTabs: false }, page: { idleLimitActedOnBy: 'the first tab' } },
    breaks: ['idlePageShowsNothing'],
  },
  oldTabsWriteForWhoeverIsSignedIn: {
    title:
      'A tab that was left open does not learn that somebody else has signed in, and its next message begins a conversation of his.',
    mechanisms: BOTH,
    patch: {
      logout: { tellsOtherTabs: false },
      page: { otherTabs: 'ignore', newcomers: 'ignore', lostConversation: 'begun anew' },
    },
    // The conversation of the one who has signed out stays on the screen of that tab, too.
    breaks: ['oldTabsWriteIntoNobodysAccount', 'logoutReachesOtherTabs', 'nextPersonSeesNothing'],
  },
  oldTabsShowWhatTheyHaveLoaded: {
    title:
      'A tab that was left open does not learn that somebody else has signed in, and shows what it has loaded for as long as it stays open, whether or not the server still finds it.',
    // A page with a token of its own notices whose the next one is.
    mechanisms: COOKIE,
    patch: {
      logout: { tellsOtherTabs: false },
      page: { otherTabs: 'ignore', newcomers: 'ignore', goneConversations: 'shown as loaded' },
    },
    breaks: [
      'accountSwitchReachesOtherTabs',
      'logoutReachesOtherTabs',
      'nextPersonSeesNothing',
      // An empty tab of hers begins conversations of his.
      'oldTabsWriteIntoNobodysAccount',
    ],
  },
  newChatsBeginForWhoeverIsSignedIn: {
    title:
      'A tab that shows no conversation is left as it is when somebody signs out or in, and the first message in it begins a conversation of whoever is signed in then.',
    // A page with a token of its own notices whose the next one is.
    mechanisms: COOKIE,
    patch: { page: { emptyTabs: 'left as they are' } },
    breaks: ['oldTabsWriteIntoNobodysAccount'],
  },
  endingsElsewhereAreHeardWhenSending: {
    title:
      'A page whose session was ended on another device asks for a new sign-in only when a message is refused; until then it shows what it has loaded, refused or not.',
    mechanisms: BOTH,
    patch: { page: { heededRefusals: 'of messages' } },
    breaks: ['endingsElsewhereReachThePage'],
  },
} as const satisfies Record<string, Flaw>;
