import { test } from '../../fixtures/index.ts';

test(
  'tokens are short-lived and say nothing private',
  { tag: ['@token-validation', '@tokensAreShortLivedAndSilent'] },
  async ({ alice, target, tokens, needs, assess }) => {
    needs('tokensAreShortLivedAndSilent', 'persistence');
    const conversation = await alice.conversation();

    const facts = await tokens.claims(conversation);

    const longestSeconds = target.profile.policy.accessTokenSeconds;
    await assess('tokensAreShortLivedAndSilent', { tokens: facts, longestSeconds });
  },
);
