import { test } from '../../fixtures/index.ts';

test(
  'logging in again revives no old credential',
  { tag: ['@revocation', '@loginRevivesNothing'] },
  async ({ alice, endings, needs, assess }) => {
    needs('loginRevivesNothing', 'persistence', 'signOut');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const held = await conversation.hold();
    await session.signOut();

    const evidence = await endings.signInAfresh(held, alice);

    await assess('loginRevivesNothing', evidence);
  },
);
