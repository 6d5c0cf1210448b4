import { test } from '../../fixtures/index.ts';

test(
  'a tampered token is refused',
  { tag: ['@token-validation', '@alteredCredentialIsRefused'] },
  async ({ alice, bob, tokens, needs, assess }) => {
    needs('alteredCredentialIsRefused', 'persistence');
    const conversation = await alice.conversation();
    const otherSession = await alice.signIn();
    const his = await bob.conversation();

    const { attacks, untried } = await conversation.tamper(otherSession);
    const impersonating = await tokens.impersonate(conversation, his);

    await assess('alteredCredentialIsRefused', {
      attacks: [...attacks, ...impersonating],
      untried: untried ?? [],
    });
  },
);
