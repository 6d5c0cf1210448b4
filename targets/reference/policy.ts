import type { Settings, Telemetry } from './settings.ts';

/**
 * What the product does wherever a decision bears on its sessions. Plain data: the code that takes a decision reads it
 * here, so that a flaw is a patch of this object and nothing else.
 */
export interface Policy {
  conversations: {
    /** The least that a reader of one conversation by its identifier must bring. */
    readNeeds: 'an account' | 'a visitor session' | 'nothing';
    /** The same of a file that came with a message; where that is nothing, anybody’s account will do, too. */
    filesNeed: 'an account' | 'nothing';
    /** Whether a signed-in reader must also own the conversation. */
    ownershipChecked: boolean;
    /** Who may go on with a conversation, rename it and delete it. */
    changedBy: 'the owner' | 'any account';
    /** Who may publish a conversation under a share link. */
    sharedBy: 'the owner' | 'any account';
    /** Who may have the last answer written once more, and is told it. */
    answersAskedAgainBy: 'the owner' | 'any account';
    listed: 'own' | 'of everybody';
    caching: 'no-store' | 'private, max-age=600';
    /** The same of what is found by a search. */
    foundCaching: 'no-store' | 'private, max-age=0';
    deletion: 'takes everything along' | 'leaves the share' | 'takes it off the list';
    /** What a cache in front of the product keeps for everybody. */
    sharedCache: 'nothing private' | 'whatever looks like a file';
    /** Where an answer is put away. */
    answersStored:
      'where they were asked for' | 'where the person looked last' | 'where anybody asked last';
    /** How an answer is written down; each request may go on from what it has read. */
    writing: 'message by message' | 'the whole, as it was read for the answer';
    /** Where an answer is put away that was asked for once more. */
    answersRenewed: 'in place of the one before' | 'where the person looked last';
    /** What becomes of the rest of an answer that was stopped, or that nobody waits for any more. */
    abandonedAnswers: 'dropped' | 'read by whoever asks next' | 'read by the next question there';
  };
  shares: {
    withdrawal: 'deletes the share' | 'hides the link';
  };
  /** Those who talk without an account. */
  guests: {
    /** What the identifier of a guest is good for when her conversation has become an account’s. */
    afterSignIn: 'opens nothing' | 'goes on reading';
  };
  /** How the values are made by which things and sessions are known. */
  identifiers: {
    conversations: 'random' | 'counted';
    shares: 'random' | 'five characters';
    /** Of the opaque credentials: the session’s identifier and the refresh token. */
    sessions: 'random' | 'time and a counter';
  };
  /** Whom a read is answered as. */
  identity: {
    /** Whether a header in which a proxy would name the user is believed of anybody. */
    headersBelieved: boolean;
    /** Which of two cookies of one name the list of conversations goes by; everything else goes by the first. */
    listGoesBy: 'the first cookie' | 'the last cookie';
  };
  live: {
    handshakeNeeds: 'a session' | 'nothing';
    frames: 'of the person' | 'of everybody';
    opening: Settings['liveOpening'];
    /** What becomes of a connection whose session reaches a limit, until a request finds that out. */
    pastLimit: 'closed' | 'left open';
  };
  /** Somebody says that she has forgotten her password, and has shown nothing yet. */
  reset: {
    /** Where it is kept whose password it is. */
    remembers:
      | 'in a row of its own'
      | 'in the browser’s session'
      | 'in a ticket signed like an access token';
  };
  /** What becomes of the sessions that there are when somebody signs in. */
  login: {
    /** What a sign-in with a wrong password leaves in the visitor’s session. */
    failedAttempt: 'nothing' | 'the name, which the list goes by';
    /** Of the identifier that a browser presents. */
    issuedIdentifier: 'replaced' | 'kept';
    unknownIdentifier: 'replaced' | 'adopted';
    earlierSession: 'ended' | 'left';
    /** Of the account’s sessions that were signed out. */
    signedOutSessions: 'stay ended' | 'live again';
  };
  refreshTokens: {
    /** What becomes of one that comes once more. */
    used: 'end their session' | 'stay good';
    /** Which of a session's own sign-out forgets. */
    forgotten: 'all' | 'the last';
  };
  logout: {
    endsSession: boolean;
    /** What becomes of a session that was opened with “remember me”. */
    rememberedSession: 'as of others' | 'kept for the next time';
    deniesAccessTokens: boolean;
    revokesRefreshTokens: boolean;
    closesChannels: boolean;
    /** Whether the deletion header carries the attributes without which a browser ignores it. */
    deletionFitsCookie: boolean;
    /** Whether the browser is told to drop its cache and storage for this origin. */
    clearsSiteData: boolean;
    tellsOtherTabs: boolean;
    /** What the sign-in page offers in a browser in which somebody has signed out. */
    offersAfterwards: Settings['signInOffers'];
  };
  /** “Sign out everywhere”. */
  everywhere: {
    ends: 'every session' | 'this session';
    closesChannels: boolean;
  };
  /** “End session” in the list of devices. */
  deviceRevocation: 'ends the session' | 'hides the entry';
  passwordChange: {
    otherSessions: 'ended' | 'kept';
    /** Of the session that changes the password. */
    identifier: 'renewed' | 'kept';
  };
  cookie: {
    httpOnly: boolean;
    sameSite: 'Lax' | 'None' | 'unstated';
    /** Without it the name loses its `__Host-` prefix, which demands it. */
    secure: boolean;
    /** Which cookies are written to outlive the browser. */
    lasting: 'of sessions to be remembered' | 'all';
    /** Whether an answer repeats its value, for the page to have at hand. */
    value: 'in the cookie only' | 'in answers, too';
  };
  /** What pages of other sites may do, as far as the browser lets them. */
  otherSites: {
    /** Whether their scripts read answers: CORS that allows whatever origin asks, with credentials. */
    reads: 'refused' | 'answered';
    /** Whether a socket that they open is let in like one of the product’s own. */
    sockets: 'refused' | 'answered';
    framing: 'refused' | 'allowed';
    /** Whether a window that they open here, and they, have a hold of each other. */
    opening: 'cut off' | 'left';
    /** Whether what they make a browser send to change something is believed to come from the product's own page. */
    changes: 'refused' | 'believed';
    signIn: 'refused' | 'believed';
    signOut: 'refused' | 'believed';
    /** A link that leads there from another site is a GET. */
    sharing: 'by POST' | 'by any method';
  };
  /** Who ends a session that was left alone. */
  idleLimit: 'server and page' | 'server, unless a page is open' | 'page only' | 'nobody';
  /** Who ends a session that has lasted for too long. */
  absoluteLimit:
    'server and page' | 'server and page, anew with each renewal' | 'page only' | 'nobody';
  /** When a session is over that its person asked to keep; a cookie can only ask the browser to drop it. */
  rememberedSessions: 'at their limit' | 'with their cookie' | 'never';
  /** Who says how long nobody has touched a page. */
  idleTime: 'known to the server' | 'told by the page';
  /** What moves the idle limit of whoever sends it. */
  activity: 'every request of hers' | 'page views';
  accessToken: {
    signature: 'required' | 'optional' | 'ignored';
    secret: 'random' | 'a word';
    /** What a signature is held against. */
    verification:
      | 'by its own key'
      | 'by a key in the token'
      | 'by keys at an address in the token'
      | 'by a file that the token names'
      | 'by its public key, whatever the algorithm'
      | 'without ruling out zeros';
    /** Whether an encoding is refused that means the same bytes in another way. */
    canonicalOnly: boolean;
    /** What a denied token is known by. */
    deniedBy: 'identifier' | 'text';
    expires: boolean;
    /** Whether a token that says that it has expired is refused. */
    expiryChecked: boolean;
    claims: 'identifiers' | 'the account';
    /** What else is taken in its place. */
    substitute: 'none' | 'refresh token';
  };
  page: {
    rendering: Settings['rendering'];
    titles: Settings['titles'];
    names: Settings['names'];
    fileNames: Settings['fileNames'];
    sharePage: Settings['sharePage'];
    suggestedQuestion: Settings['suggestedQuestion'];
    afterSignIn: Settings['afterSignIn'];
    pictures: Settings['pictures'];
    offlineCopy: Settings['offlineCopy'];
    drafts: Settings['drafts'];
    accessToken: Settings['accessToken'];
    signInForm: Settings['signInForm'];
    addresses: Settings['addresses'];
    otherTabs: Settings['otherTabs'];
    timedOut: Settings['timedOut'];
    timeoutReaches: Settings['timeoutReaches'];
    /** Whether the page asks, shortly before the idle limit, if the person is still there. */
    idleWarning: 'shown' | 'none';
    staying: Settings['idle']['staying'];
    idleLimitActedOnBy: Settings['idle']['actedOnBy'];
    newcomers: Settings['newcomers'];
    heededRefusals: Settings['heededRefusals'];
    emptyTabs: Settings['emptyTabs'];
    lostConversation: Settings['lostConversation'];
    goneConversations: Settings['goneConversations'];
    telemetry: 'none' | Telemetry['tells'];
    failedSignOut: Settings['failedSignOut'];
    signOutControl: Settings['signOutControl'];
    diagnostics: Settings['diagnostics'];
    answers: Settings['answers'];
    windowsHeard: Settings['windowsHeard'];
    windowsTold: Settings['windowsTold'];
    sentText: Settings['sentText'];
    failedMessage: Settings['failedMessage'];
    unsentAtTheEnd: Settings['unsentAtTheEnd'];
    /** What the document at a conversation’s address says to whoever makes a preview of the link. */
    linkPreview: 'the product' | 'the conversation';
    inlineScript: 'forbidden' | 'allowed';
  };
}

export const SOUND: Policy = {
  conversations: {
    readNeeds: 'an account',
    filesNeed: 'an account',
    ownershipChecked: true,
    changedBy: 'the owner',
    sharedBy: 'the owner',
    answersAskedAgainBy: 'the owner',
    listed: 'own',
    caching: 'no-store',
    foundCaching: 'no-store',
    deletion: 'takes everything along',
    sharedCache: 'nothing private',
    answersStored: 'where they were asked for',
    writing: 'message by message',
    answersRenewed: 'in place of the one before',
    abandonedAnswers: 'dropped',
  },
  shares: { withdrawal: 'deletes the share' },
  guests: { afterSignIn: 'opens nothing' },
  identifiers: { conversations: 'random', shares: 'random', sessions: 'random' },
  identity: { headersBelieved: false, listGoesBy: 'the first cookie' },
  live: {
    handshakeNeeds: 'a session',
    frames: 'of the person',
    opening: 'by what a socket says first',
    pastLimit: 'closed',
  },
  reset: { remembers: 'in a row of its own' },
  login: {
    failedAttempt: 'nothing',
    issuedIdentifier: 'replaced',
    unknownIdentifier: 'replaced',
    earlierSession: 'ended',
    signedOutSessions: 'stay ended',
  },
  refreshTokens: { used: 'end their session', forgotten: 'all' },
  logout: {
    endsSession: true,
    rememberedSession: 'as of others',
    deniesAccessTokens: true,
    revokesRefreshTokens: true,
    closesChannels: true,
    deletionFitsCookie: true,
    clearsSiteData: true,
    tellsOtherTabs: true,
    offersAfterwards: 'the form',
  },
  everywhere: { ends: 'every session', closesChannels: true },
  deviceRevocation: 'ends the session',
  passwordChange: { otherSessions: 'ended', identifier: 'renewed' },
  cookie: {
    httpOnly: true,
    sameSite: 'Lax',
    secure: true,
    lasting: 'of sessions to be remembered',
    value: 'in the cookie only',
  },
  otherSites: {
    reads: 'refused',
    sockets: 'refused',
    framing: 'refused',
    opening: 'cut off',
    changes: 'refused',
    signIn: 'refused',
    signOut: 'refused',
    sharing: 'by POST',
  },
  idleLimit: 'server and page',
  absoluteLimit: 'server and page',
  rememberedSessions: 'at their limit',
  idleTime: 'known to the server',
  activity: 'every request of hers',
  accessToken: {
    signature: 'required',
    secret: 'random',
    verification: 'by its own key',
    canonicalOnly: true,
    deniedBy: 'identifier',
    expires: true,
    expiryChecked: true,
    claims: 'identifiers',
    substitute: 'none',
  },
  page: {
    rendering: { user: 'text', bot: 'sanitised' },
    titles: 'text',
    names: 'text',
    fileNames: 'text',
    sharePage: 'as in the chat',
    suggestedQuestion: 'text',
    afterSignIn: 'where one was on the way to',
    pictures: 'as links',
    offlineCopy: 'none',
    drafts: 'in memory',
    accessToken: 'in memory',
    signInForm: 'forgotten',
    addresses: 'the identifier',
    otherTabs: 'return to sign-in',
    timedOut: 'return to sign-in',
    timeoutReaches: 'the server',
    idleWarning: 'shown',
    staying: 'extends the session',
    idleLimitActedOnBy: 'every tab',
    newcomers: 'start anew',
    heededRefusals: 'all',
    emptyTabs: 'like any other',
    lostConversation: 'told',
    goneConversations: 'taken away',
    telemetry: 'none',
    failedSignOut: 'told',
    signOutControl: 'in the account menu',
    diagnostics: 'nothing',
    answers: 'into their conversation',
    windowsHeard: 'of the same origin',
    windowsTold: 'of the same origin',
    sentText: 'leaves at once',
    failedMessage: 'told',
    unsentAtTheEnd: 'kept for the same person',
    linkPreview: 'the product',
    inlineScript: 'forbidden',
  },
};
