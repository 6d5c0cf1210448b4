import { test } from '../../fixtures/index.ts';

test(
  'identifiers of conversations and shares cannot be guessed',
  { tag: ['@unauthenticated-access', '@identifiersAreNotGuessable'] },
  async ({ alice, bob, identifiers, needs, assess }) => {
    needs('identifiersAreNotGuessable', 'persistence');

    const evidence = await identifiers.ofConversations(alice, bob);

    await assess('identifiersAreNotGuessable', evidence);
  },
);
