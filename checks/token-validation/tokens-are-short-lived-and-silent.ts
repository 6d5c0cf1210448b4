import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import { type TokenFacts, tokenAdvice, tokenFlaws } from './token-facts.ts';

/** What the self-contained tokens say that this run was issued. */
export interface TokenClaimsEvidence {
  tokens: TokenFacts[];
  /** Seconds; the longest that an access token may be good for. */
  longestSeconds: number;
}

export const tokensAreShortLivedAndSilent: Check<TokenClaimsEvidence> = {
  title: 'tokens are short-lived and say nothing private',
  severity: 'normal',
  standards: [STANDARDS.asvs921, STANDARDS.wstgSess10],
  cause:
    'Tokens are issued without an expiry, or for days, because renewing them was not built; or the whole account record was put into their claims.',
  consequence:
    'A token that leaks once opens the account for as long as it lives, and anyone who sees it reads the personal data in it: a token is signed, not encrypted.',
  fix: 'Issue access tokens for minutes and renew them with a credential that can be revoked; put only identifiers into claims.',
  judge: ({ tokens, longestSeconds }) =>
    judgement({
      flaws: tokens.flatMap((token) => tokenFlaws(token, longestSeconds)),
      advice: tokens.flatMap(tokenAdvice),
      looked: tokens.length > 0,
    }),
};
