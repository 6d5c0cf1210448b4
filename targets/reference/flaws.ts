import type { CheckId } from '../../checks/check-ids.ts';
import type { Policy } from './policy.ts';
import type { Mechanism } from './settings.ts';

/** One way of being unsound, as a patch of the policy. */
export interface Flaw {
  /** What the bad product does, as a sentence. */
  title: string;
  /** The mechanisms in which the flaw can be built at all. */
  mechanisms: readonly Mechanism[];
  patch: DeepPartial<Policy>;
  /** The checks that must fail when the flaw is on; every other one must pass. */
  breaks: readonly CheckId[];
}

export type DeepPartial<T> = {
  readonly [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K];
};

const BOTH = ['cookie', 'token'] as const;
const COOKIE = ['cookie'] as const;
const TOKEN = ['token'] as const;

/** Every flaw that the chatbot can be given, named for what the bad product does. */
export const FLAWS = {
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
    breaks: ['conversationStaysWithItsOwner'],
  },
  titleListOfEveryone: {
    title: 'The list of conversations holds the titles of everybody’s.',
    mechanisms: BOTH,
    patch: { conversations: { listed: 'of everybody' } },
    breaks: ['conversationStaysWithItsOwner'],
  },
  loginKeepsSessionIdentifier: {
    title:
      'The identifier that a visitor had before signing in becomes the one of the signed-in session.',
    mechanisms: COOKIE,
    patch: { login: { issuedIdentifier: 'kept' } },
    breaks: ['loginIssuesFreshSession'],
  },
  loginAdoptsUnknownIdentifier: {
    title: 'Sign-in adopts a session identifier that the server never issued.',
    mechanisms: COOKIE,
    patch: { login: { unknownIdentifier: 'adopted' } },
    breaks: ['loginIssuesFreshSession'],
  },
  logoutOnlyClearsTheCookie: {
    title: 'Sign-out removes the cookie from the browser and keeps the session on the server.',
    mechanisms: BOTH,
    patch: {
      logout: { endsSession: false, deniesAccessTokens: false, revokesRefreshTokens: false },
    },
    breaks: ['logoutRevokesCredentials'],
  },
  logoutKeepsRefreshToken: {
    title: 'Sign-out denies the access token; the refresh token still yields new ones.',
    mechanisms: TOKEN,
    patch: { logout: { endsSession: false, revokesRefreshTokens: false } },
    breaks: ['logoutRevokesCredentials'],
  },
  logoutKeepsAccessToken: {
    title: 'Sign-out revokes the refresh token; the access token works until it expires.',
    mechanisms: TOKEN,
    patch: { logout: { endsSession: false, deniesAccessTokens: false } },
    breaks: ['logoutRevokesCredentials'],
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
    breaks: ['logoutClearsTheBrowser'],
  },
  conversationsAreCacheable: {
    title:
      'The browser may keep conversations in its HTTP cache, and still has them after sign-out.',
    mechanisms: BOTH,
    patch: {
      conversations: { caching: 'private, max-age=600' },
      logout: { clearsSiteData: false },
    },
    breaks: ['logoutClearsTheBrowser'],
  },
  botReplyRenderedAsHtml: {
    title: 'The bot’s reply becomes part of the page as HTML, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { rendering: { bot: 'html' }, inlineScript: 'allowed' } },
    breaks: ['messagesDoNotRunAsScript'],
  },
  userTextRenderedAsHtml: {
    title: 'What the person writes becomes part of the page as HTML, and inline script may run.',
    mechanisms: BOTH,
    patch: { page: { rendering: { user: 'html' }, inlineScript: 'allowed' } },
    breaks: ['messagesDoNotRunAsScript'],
  },
  idleLimitOnlyInThePage: {
    title: 'The page signs an idle person out; the server goes on accepting the session.',
    mechanisms: BOTH,
    patch: { idleLimit: 'page only' },
    breaks: ['idleSessionEndsOnServer'],
  },
  noIdleLimit: {
    title: 'An idle session never ends before its absolute limit.',
    mechanisms: BOTH,
    patch: { idleLimit: 'nobody' },
    breaks: ['idleSessionEndsOnServer'],
  },
  unsignedTokenAccepted: {
    title: 'An access token whose header says “alg: none” needs no signature.',
    mechanisms: TOKEN,
    patch: { accessTokenSignature: 'optional' },
    breaks: ['alteredCredentialIsRefused'],
  },
  tokenSignatureUnchecked: {
    title: 'The claims of an access token are believed without verifying its signature.',
    mechanisms: TOKEN,
    patch: { accessTokenSignature: 'ignored' },
    breaks: ['alteredCredentialIsRefused'],
  },
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
} as const satisfies Record<string, Flaw>;

export type FlawName = keyof typeof FLAWS;

export const FLAW_NAMES = Object.keys(FLAWS) as readonly FlawName[];

type Broken = (typeof FLAWS)[FlawName]['breaks'][number];
type EveryCheckHasAFlaw = [Exclude<CheckId, Broken>] extends [never]
  ? true
  : { 'add a flaw to FLAWS that breaks': Exclude<CheckId, Broken> };

/** Does not compile while there is a check that no flaw breaks; the error names the check. */
export const EVERY_CHECK_HAS_A_FLAW: EveryCheckHasAFlaw = true;

/** The flaw, where it can be built with the mechanism. */
export function flawFor(name: FlawName, mechanism: Mechanism): Flaw {
  const flaw: Flaw = FLAWS[name];
  if (flaw.mechanisms.includes(mechanism)) return flaw;
  throw new Error(
    `The flaw ${name} needs the mechanism ${flaw.mechanisms.join(' or ')}: with ${mechanism} there is nothing that could behave so.`,
  );
}

/** A copy of the policy with the flaw's patch laid over it. */
export function applyFlaw(policy: Policy, flaw: Flaw): Policy {
  return overlay(policy, flaw.patch);
}

function overlay<T extends object>(base: T, patch: DeepPartial<T>): T {
  const result = { ...base };
  for (const key of Object.keys(patch) as (keyof T)[]) {
    const below = base[key];
    const above = patch[key];
    if (above === undefined) continue;
    result[key] = (
      typeof below === 'object' && below !== null
        ? overlay(below, above as DeepPartial<T[keyof T] & object>)
        : above
    ) as T[keyof T];
  }
  return result;
}
