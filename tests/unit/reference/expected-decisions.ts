import type { Mechanism } from '../../../targets/reference/settings.ts';
import type { Decisions } from './decisions.ts';

export const HARDENED = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' };
export const CLAIMS = ['aud', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub'];
export const PAGE = {
  idle: { limit: 8, warnBefore: 2, enforced: true },
  rendering: { user: 'text', bot: 'sanitised' },
  offlineCopy: 'none',
  otherTabs: 'return to sign-in',
  failedSignOut: 'told',
  signOutControl: 'in the account menu',
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
    'an open socket survives the logout': false,
    'a stranger': [],
    'a header names the reader': [false, false],
    'a conversation’s identifier is a number': false,
    'characters of a share’s identifier': 22,
    'the document says what was said': false,
    'the owner hears': true,
    'a stranger hears': false,
    'a guest hears': false,
    'a guest identifier reads': true,
    'a guest identifier reads after the sign-in': false,
    'another site': [],
    'the earlier session survives the sign-in': false,
    'a signed-out session lives again': false,
    'a withdrawn share opens': false,
    'a share opens': true,
    'the share of a deleted conversation opens': false,
    'a deleted conversation opens': [false, false],
    'a deleted conversation is found': [false, false],
    'an ended device is signed in': false,
    'an ended device is listed': false,
    'another session survives everywhere': false,
    'another socket hears after everywhere': false,
    'a password is changed': 200,
    'another session survives a new password': false,
    'the credential from before a new password is good': false,
    ...(mechanism === 'cookie'
      ? {
          'an issued identifier survives the login': false,
          'an unknown identifier survives the login': false,
          'the first cookie reads': true,
          'the first cookie lists': true,
          'an identifier is made of digits': false,
        }
      : {
          'an unsigned token reads': false,
          'a token under another key reads': false,
          'a token under a word reads': false,
          'a token that brings its key reads': false,
          'a token that names the address of its key reads': false,
          'a token under an empty file reads': false,
          'a token under the published key reads': false,
          'a token under zeros reads': false,
          'an expired token reads': false,
          'algorithm of a token': 'HS256',
          'a refresh token reads': false,
          'a respelled token reads after the logout': false,
          'claims of a token': CLAIMS,
          'the refresh token survives the logout': false,
        }),
  };
}
