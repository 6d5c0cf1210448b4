import { test } from '../../fixtures/index.ts';

test(
  'a conversation is changed by its owner only',
  { tag: ['@unauthenticated-access', '@conversationIsChangedByItsOwnerOnly'] },
  async ({ alice, bob, intrusion, needs, assess }) => {
    needs('conversationIsChangedByItsOwnerOnly', 'persistence');
    const his = await bob.conversation();

    const evidence = await intrusion.write(alice, his);

    await assess('conversationIsChangedByItsOwnerOnly', evidence);
  },
);
