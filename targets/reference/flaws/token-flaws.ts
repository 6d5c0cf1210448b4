import { type Flaw, TOKEN } from './flaw.ts';

/** Tokens that are believed for a wrong reason, or say too much for too long. */
export const TOKEN_FLAWS = {
  unsignedTokenAccepted: {
    title: 'An access token whose header says “alg: none” needs no signature.',
    mechanisms: TOKEN,
    patch: { accessToken: { signature: 'optional' } },
    breaks: ['alteredCredentialIsRefused'],
  },
  tokenSignatureUnchecked: {
    title: 'The claims of an access token are believed without verifying its signature.',
    mechanisms: TOKEN,
    patch: { accessToken: { signature: 'ignored' } },
    breaks: ['alteredCredentialIsRefused', 'forgedTokenIsRefused'],
  },
  tokenSecretIsGuessable: {
    title: 'Access tokens are signed with a key that stands in every list of passwords.',
    mechanisms: TOKEN,
    patch: { accessToken: { secret: 'a word' } },
    breaks: ['forgedTokenIsRefused'],
  },
  tokenNamesItsKey: {
    title: 'An access token is verified with the key that its own header brings.',
    mechanisms: TOKEN,
    patch: { accessToken: { verification: 'by a key in the token' } },
    breaks: ['forgedTokenIsRefused'],
  },
  tokenNamesTheAddressOfItsKey: {
    title: 'An access token is verified with the keys at an address that its own header names.',
    mechanisms: TOKEN,
    patch: { accessToken: { verification: 'by keys at an address in the token' } },
    breaks: ['forgedTokenIsRefused'],
  },
  tokenNamesTheFileOfItsKey: {
    title:
      'The key of an access token is read from the file that its “kid” names, wherever it lies.',
    mechanisms: TOKEN,
    patch: { accessToken: { verification: 'by a file that the token names' } },
    breaks: ['forgedTokenIsRefused'],
  },
  publicKeyTakenForASecret: {
    title: 'A token that says HS256 is verified with the text of the public RSA key as its secret.',
    mechanisms: TOKEN,
    patch: { accessToken: { verification: 'by its public key, whatever the algorithm' } },
    breaks: ['forgedTokenIsRefused'],
  },
  signatureOfZerosAccepted: {
    title: 'An ECDSA signature of zeros passes for anybody’s.',
    mechanisms: TOKEN,
    patch: { accessToken: { verification: 'without ruling out zeros' } },
    breaks: ['forgedTokenIsRefused'],
  },
  refreshTokenServesAsAccessToken: {
    title: 'A refresh token is accepted in the place of an access token.',
    mechanisms: TOKEN,
    patch: { accessToken: { substitute: 'refresh token' } },
    breaks: ['wrongTokenTypeIsRefused'],
  },
  denyListHoldsTheText: {
    title:
      'Sign-out denies the text of the access token; the same token in another spelling passes.',
    mechanisms: TOKEN,
    patch: {
      logout: { endsSession: false },
      accessToken: { deniedBy: 'text', canonicalOnly: false },
    },
    breaks: ['revokedTokenStaysRevoked'],
  },
  accessTokenKeptInLocalStorage: {
    title: 'The page keeps its access token in localStorage, so that a reload needs no renewal.',
    mechanisms: TOKEN,
    patch: { page: { accessToken: 'in the browser' } },
    breaks: ['scriptReadsNoCredential', 'staysSignedInOnlyWhereAsked'],
  },
  socketTokenInTheAddress: {
    title: 'The address of the live connection carries the access token.',
    mechanisms: TOKEN,
    patch: { live: { opening: 'by the access token in the address' } },
    breaks: ['urlsCarryNoSecrets'],
  },
  tokenNeverExpires: {
    title: 'Access tokens are issued without an expiry.',
    mechanisms: TOKEN,
    patch: { accessToken: { expires: false } },
    breaks: ['tokensAreShortLivedAndSilent'],
  },
  tokenExpiryUnchecked: {
    title: 'An access token goes on being accepted after it has expired.',
    mechanisms: TOKEN,
    patch: { accessToken: { expiryChecked: false } },
    breaks: ['expiredTokenIsRefused'],
  },
  tokenTellsWhoOneIs: {
    title: 'Access tokens carry the person’s name, address and role.',
    mechanisms: TOKEN,
    patch: { accessToken: { claims: 'the account' } },
    breaks: ['tokensAreShortLivedAndSilent'],
  },
} as const satisfies Record<string, Flaw>;
