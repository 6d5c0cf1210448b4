/**
 * What the page must know of the product, served inside its shell as JSON under the element id `settings`.
 * The page imports this file for its types only.
 */
export interface Settings {
  mechanism: Mechanism;
  idle: {
    /** Seconds without activity after which the session ends; 0 where there is no limit. */
    limit: number;
    /** Seconds before the limit at which the page asks whether the person is still there. */
    warnBefore: number;
    /** What becomes of the session when the person says that she is. */
    staying: 'extends the session' | 'closes the question';
    /** Whether the page signs out by itself when the limit is reached. */
    enforced: boolean;
    /** Which of a browser’s tabs act on it; the others leave that to the one. */
    actedOnBy: 'every tab' | 'the first tab';
    /** What the server is told of a person: each thing that she does, or from time to time how long ago the last one was. */
    told: 'what she does' | 'how long she is away, too';
  };
  /** How message text becomes part of the page. */
  rendering: { user: 'text' | 'html'; bot: 'sanitised' | 'html' };
  /** How the list shows the title of a conversation. */
  titles: 'text' | 'html';
  /** How the account menu shows the person's display name. */
  names: 'text' | 'html';
  /** How a message shows what the files are called that came with it. */
  fileNames: 'text' | 'html with quotation marks left as they are';
  /** How the page behind a share link shows messages. */
  sharePage: 'as in the chat' | 'html';
  /** How the page shows a question that the link to it suggests. */
  suggestedQuestion: 'text' | 'html';
  /** Where one comes to after signing in. */
  afterSignIn: 'where one was on the way to' | 'wherever the link says';
  /** What a picture in a reply becomes. */
  pictures: 'as links' | 'from anywhere';
  /** Whether the page keeps opened conversations in `localStorage`. */
  offlineCopy: 'none' | 'cleared at sign-out' | 'cleared once confirmed' | 'kept';
  /** Where unsent text is kept; in the browser it stays there for whoever comes. */
  drafts: 'in memory' | 'in the browser';
  /** Where the page keeps its access token; in the browser it outlives a reload. */
  accessToken: 'in memory' | 'in the browser';
  /** What was typed into the sign-in form, once the form has gone. */
  signInForm: 'forgotten' | 'kept in the tab';
  /** What the page's address says of a conversation. */
  addresses: 'the identifier' | 'the identifier and the title';
  /** How the page shows at the opening of its live connection whose it is. */
  liveOpening: 'by what a socket says first' | 'by the access token in the address';
  /** What a tab does when it learns that its session ended. */
  otherTabs: 'return to sign-in' | 'show a notice' | 'ignore';
  /** What the page does when nobody has touched it for as long as the idle limit. */
  timedOut: 'return to sign-in' | 'show a notice';
  /** Whom a page signs out for which time is up by its own clock. */
  timeoutReaches: 'the server' | 'the screen only';
  /** What a tab does when somebody else has signed in in its browser. */
  newcomers: 'start anew' | 'ignore';
  /** Which refusals for want of a session make a page ask for a new sign-in. */
  heededRefusals: 'all' | 'of messages';
  /** What a tab that shows no conversation does about sign-outs and sign-ins elsewhere in its browser. */
  emptyTabs: 'like any other' | 'left as they are';
  /** What becomes of a message whose conversation the server does not find. */
  lostConversation: 'told' | 'begun anew';
  /** What becomes of a conversation that is loaded, when the server does not find it any more. */
  goneConversations: 'taken away' | 'shown as loaded';
  /** What somebody else's collector is told, and where it is. */
  telemetry: Telemetry | null;
  /** What the page does when the server did not confirm that the session is over. */
  failedSignOut: 'told' | 'hidden' | 'repeated later';
  /** What is on the sign-in page. */
  signInOffers: 'the form' | 'the form and the account that was here';
  signOutControl: 'in the account menu' | 'below the list';
  /** What the page writes to the console for whoever looks for an error. */
  diagnostics: 'nothing' | 'requests and answers';
  /** Where the page writes an answer that comes in. */
  answers: 'into their conversation' | 'into the open conversation';
  /** Whose messages the page takes for those of a window that shows a conversation beside it. */
  windowsHeard: 'of the same origin' | 'of hosts that end alike' | 'of origins that begin alike';
  /** Which window that opened this page is told what it shows. */
  windowsTold: 'of the same origin' | 'whichever it is';
  /** When a message that is being sent leaves its box; until then it can be sent again. */
  sentText: 'leaves at once' | 'leaves once accepted';
  /** What the page does with a message that did not reach the server. */
  failedMessage: 'told' | 'dropped' | 'sent again';
  /** What the page does with what was not sent when a session ends that its person did not end. */
  unsentAtTheEnd: 'kept for the same person' | 'dropped' | 'left on the screen';
}

/** What a page reports of its use to whoever evaluates that. */
export interface Telemetry {
  /** An origin. */
  collector: string;
  tells: 'messages with their text' | 'requests with their headers';
}

/** `cookie`: an opaque identifier in a cookie. `token`: a short access token in memory, renewed by a rotating cookie. */
export type Mechanism = 'cookie' | 'token';

export const MECHANISMS = ['cookie', 'token'] as const satisfies readonly Mechanism[];
