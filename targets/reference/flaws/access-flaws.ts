import { BOTH, COOKIE, type Flaw } from './flaw.ts';

/** Ways to a conversation for those who must not have one. */
export const ACCESS_FLAWS = {
  conversationReadNeedsNoSession: {
    title:
      'A conversation is handed to anyone who asks for it by its identifier without a session.',
    mechanisms: BOTH,
    patch: { conversations: { readNeeds: 'nothing' } },
    breaks: ['conversationNeedsAuthentication'],
  },
  visitorSessionOpensConversations: {
    title: 'The session of a visitor who never signed in opens any conversation by its identifier.',
    mechanisms: COOKIE,
    patch: { conversations: { readNeeds: 'a visitor session' } },
    breaks: ['conversationNeedsAuthentication'],
  },
  conversationReadByAnyAccount: {
    title: 'Any signed-in person reads any conversation by its identifier.',
    mechanisms: BOTH,
    patch: { conversations: { ownershipChecked: false } },
    breaks: ['conversationStaysWithItsOwner', 'deepLinkShowsNothingToOthers'],
  },
  titleListOfEveryone: {
    title: 'The list of conversations holds the titles of everybody’s.',
    mechanisms: BOTH,
    patch: { conversations: { listed: 'of everybody' } },
    breaks: [
      'conversationStaysWithItsOwner',
      'nextPersonSeesNothing',
      'peopleWhoChatAtOnceStayApart',
    ],
  },
  conversationWrittenByAnyAccount: {
    title:
      'Any signed-in person goes on with any conversation, renames and deletes it; only reading is refused.',
    mechanisms: BOTH,
    patch: { conversations: { changedBy: 'any account' } },
    breaks: ['conversationIsChangedByItsOwnerOnly'],
  },
  answersAskedAgainByAnyAccount: {
    title:
      'Any signed-in person has the last answer of any conversation written once more, and is told it; everything else is its owner’s.',
    mechanisms: BOTH,
    patch: { conversations: { answersAskedAgainBy: 'any account' } },
    breaks: ['conversationIsChangedByItsOwnerOnly'],
  },
  conversationSharedByAnyAccount: {
    title: 'Any signed-in person publishes any conversation under a share link.',
    mechanisms: BOTH,
    patch: { conversations: { sharedBy: 'any account' } },
    breaks: ['conversationIsChangedByItsOwnerOnly'],
  },
  liveFramesReachEveryAccount: {
    title: 'What somebody says is sent to the open pages of everybody.',
    mechanisms: BOTH,
    patch: { live: { frames: 'of everybody' } },
    breaks: ['liveChannelsNeedTheirOwner', 'peopleWhoChatAtOnceStayApart'],
  },
  liveHandshakeIsOpen: {
    title: 'A socket that shows no session is let in, and hears what everybody says.',
    mechanisms: BOTH,
    patch: { live: { handshakeNeeds: 'nothing' } },
    breaks: ['liveChannelsNeedTheirOwner'],
  },
  identityHeaderBelieved: {
    title: 'A read is answered in the name of the person whom a request header names.',
    mechanisms: BOTH,
    patch: { identity: { headersBelieved: true } },
    breaks: ['clientIdentityClaimsAreIgnored'],
  },
  listGoesByTheLastCookie: {
    title:
      'Of two session cookies the list of conversations goes by the last, everything else by the first.',
    mechanisms: COOKIE,
    patch: { identity: { listGoesBy: 'the last cookie' } },
    breaks: ['oneIdentityWinsEverywhere'],
  },
  conversationIdsAreCounted: {
    title: 'Conversations are numbered in the order in which they are begun.',
    mechanisms: BOTH,
    patch: { identifiers: { conversations: 'counted' } },
    breaks: ['identifiersAreNotGuessable'],
  },
  shareIdsAreShort: {
    title: 'A share link has five characters that decide.',
    mechanisms: BOTH,
    patch: { identifiers: { shares: 'five characters' } },
    breaks: ['identifiersAreNotGuessable'],
  },
  previewTellsTheConversation: {
    title:
      'The document at a conversation’s address carries its title and first words for link previews, whoever asks.',
    mechanisms: BOTH,
    patch: { page: { linkPreview: 'the conversation' } },
    breaks: [
      'deepLinkShowsNothingToOthers',
      'conversationNeedsAuthentication',
      'conversationStaysWithItsOwner',
    ],
    mistakenFor: ['signOutEverywhereEndsAllSessions', 'signInAfterLogoutAsksAgain'],
  },
} as const satisfies Record<string, Flaw>;
