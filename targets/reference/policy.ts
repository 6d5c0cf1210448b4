import type { Settings } from './settings.ts';

/**
 * What the product does wherever a decision bears on its sessions. Plain data: the code that takes a decision reads it
 * here, so that a flaw is a patch of this object and nothing else.
 */
export interface Policy {
  conversations: {
    /** The least that a reader of one conversation by its identifier must bring. */
    readNeeds: 'an account' | 'a visitor session' | 'nothing';
    /** Whether a signed-in reader must also own the conversation. */
    ownershipChecked: boolean;
    listed: 'own' | 'of everybody';
    caching: 'no-store' | 'private, max-age=600';
  };
  /** What becomes of the session identifier that a browser presents when somebody signs in with it. */
  login: {
    issuedIdentifier: 'replaced' | 'kept';
    unknownIdentifier: 'replaced' | 'adopted';
  };
  logout: {
    endsSession: boolean;
    deniesAccessTokens: boolean;
    revokesRefreshTokens: boolean;
    /** Whether the deletion header carries the attributes without which a browser ignores it. */
    deletionFitsCookie: boolean;
    /** Whether the browser is told to drop its cache and storage for this origin. */
    clearsSiteData: boolean;
    tellsOtherTabs: boolean;
  };
  cookie: {
    httpOnly: boolean;
    sameSite: 'Lax' | 'unstated';
    /** Without it the name loses its `__Host-` prefix, which demands it. */
    secure: boolean;
  };
  /** Who ends a session that was left alone. */
  idleLimit: 'server and page' | 'page only' | 'nobody';
  accessTokenSignature: 'required' | 'optional' | 'ignored';
  page: {
    rendering: Settings['rendering'];
    offlineCopy: Settings['offlineCopy'];
    otherTabs: Settings['otherTabs'];
    inlineScript: 'forbidden' | 'allowed';
  };
}

export const SOUND: Policy = {
  conversations: {
    readNeeds: 'an account',
    ownershipChecked: true,
    listed: 'own',
    caching: 'no-store',
  },
  login: { issuedIdentifier: 'replaced', unknownIdentifier: 'replaced' },
  logout: {
    endsSession: true,
    deniesAccessTokens: true,
    revokesRefreshTokens: true,
    deletionFitsCookie: true,
    clearsSiteData: true,
    tellsOtherTabs: true,
  },
  cookie: { httpOnly: true, sameSite: 'Lax', secure: true },
  idleLimit: 'server and page',
  accessTokenSignature: 'required',
  page: {
    rendering: { user: 'text', bot: 'sanitised' },
    offlineCopy: 'none',
    otherTabs: 'return to sign-in',
    inlineScript: 'forbidden',
  },
};

/** Lifetimes, all in seconds. */
export interface Limits {
  idleSeconds: number;
  absoluteSeconds: number;
  /** How long before the idle limit the page asks whether the person is still there. */
  warnBeforeSeconds: number;
  accessTokenSeconds: number;
  /** The absolute limit of a session that was opened with “remember me”. */
  rememberSeconds: number;
  /** The idle limit of such a session. */
  rememberIdleSeconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const LIMITS_FOR_PEOPLE: Limits = {
  idleSeconds: 30 * MINUTE,
  absoluteSeconds: 12 * HOUR,
  warnBeforeSeconds: 2 * MINUTE,
  accessTokenSeconds: 5 * MINUTE,
  rememberSeconds: 30 * DAY,
  rememberIdleSeconds: 7 * DAY,
};

/** Short enough that an audit can wait for them. An access token outlives the idle limit: the session's row decides. */
export const LIMITS_FOR_RUNS: Limits = {
  idleSeconds: 8,
  absoluteSeconds: 2 * MINUTE,
  warnBeforeSeconds: 2,
  accessTokenSeconds: 5 * MINUTE,
  rememberSeconds: 10 * MINUTE,
  rememberIdleSeconds: MINUTE,
};
