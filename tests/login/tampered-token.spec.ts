import { test } from '../../fixtures/index.ts';

test(
  'a tampered token is refused',
  { tag: '@token-validation' },
  async ({ alice, needs, assess }) => {
    needs('alteredCredentialIsRefused', 'persistence');
    const conversation = await alice.conversation();
    const otherSession = await alice.signIn();

    const attacks = await conversation.tamper(otherSession);

    await assess('alteredCredentialIsRefused', { attacks });
  },
);
