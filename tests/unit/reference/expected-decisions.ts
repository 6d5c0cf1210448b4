import type { FlawName } from '../../../targets/reference/flaws.ts';
import type { Mechanism } from '../../../targets/reference/settings.ts';
import { omit, type Decisions } from './decisions.ts';

const HARDENED = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' };
const PAGE = {
  idle: { limit: 8, warnBefore: 2, enforced: true },
  rendering: { user: 'text', bot: 'sanitised' },
  offlineCopy: 'none',
  otherTabs: 'return to sign-in',
};

/** What a sound chatbot decides. */
export function soundDecisions(mechanism: Mechanism): Decisions {
  return {
    'the owner reads': true,
    'nobody reads': false,
    'a visitor reads': false,
    'a stranger reads': false,
    'an unknown credential reads': false,
    'a stranger lists': false,
    caching: 'no-store',
    'cookie attributes': HARDENED,
    'cookie name': '__Host-',
    'inline script': false,
    page: PAGE,
    'the access credential survives the logout': false,
    'other tabs are told': true,
    'the deletion fits': true,
    'site data is cleared': true,
    'an idle session reads': false,
    ...(mechanism === 'cookie'
      ? {
          'an issued identifier survives the login': false,
          'an unknown identifier survives the login': false,
        }
      : {
          'an unsigned token reads': false,
          'a token under another key reads': false,
          'the refresh token survives the logout': false,
        }),
  };
}

/** What each flaw changes, and nothing besides. A question that a mechanism does not know is left out there. */
export const CHANGES: Record<FlawName, Decisions> = {
  conversationReadNeedsNoSession: { 'nobody reads': true, 'a visitor reads': true },
  visitorSessionOpensConversations: { 'a visitor reads': true },
  conversationReadByAnyAccount: { 'a stranger reads': true },
  titleListOfEveryone: { 'a stranger lists': true },
  loginKeepsSessionIdentifier: { 'an issued identifier survives the login': true },
  loginAdoptsUnknownIdentifier: { 'an unknown identifier survives the login': true },
  logoutOnlyClearsTheCookie: {
    'the access credential survives the logout': true,
    'the refresh token survives the logout': true,
  },
  logoutKeepsRefreshToken: { 'the refresh token survives the logout': true },
  logoutKeepsAccessToken: { 'the access credential survives the logout': true },
  cookieReadableByScript: { 'cookie attributes': omit(HARDENED, 'httpOnly') },
  cookieWithoutSameSite: { 'cookie attributes': omit(HARDENED, 'sameSite') },
  cookieWithoutSecure: { 'cookie attributes': omit(HARDENED, 'secure'), 'cookie name': '' },
  logoutLeavesTheCookie: { 'the deletion fits': false, 'site data is cleared': false },
  logoutLeavesOfflineCopy: {
    page: { ...PAGE, offlineCopy: 'kept' },
    'site data is cleared': false,
  },
  conversationsAreCacheable: { caching: 'private, max-age=600', 'site data is cleared': false },
  botReplyRenderedAsHtml: {
    'inline script': true,
    page: { ...PAGE, rendering: { user: 'text', bot: 'html' } },
  },
  userTextRenderedAsHtml: {
    'inline script': true,
    page: { ...PAGE, rendering: { user: 'html', bot: 'sanitised' } },
  },
  idleLimitOnlyInThePage: { 'an idle session reads': true },
  noIdleLimit: {
    'an idle session reads': true,
    page: { ...PAGE, idle: { limit: 0, warnBefore: 0, enforced: false } },
  },
  unsignedTokenAccepted: { 'an unsigned token reads': true },
  tokenSignatureUnchecked: { 'a token under another key reads': true },
  logoutStaysInItsTab: { 'other tabs are told': false, page: { ...PAGE, otherTabs: 'ignore' } },
  otherTabsKeepTheConversation: { page: { ...PAGE, otherTabs: 'show a notice' } },
};
