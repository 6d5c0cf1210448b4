import { test } from '../../fixtures/index.ts';

test(
  'signing in again ends the session that the browser had',
  { tag: ['@session-fixation', '@loginEndsTheEarlierSession'] },
  async ({ alice, endings, needs, assess }) => {
    needs('loginEndsTheEarlierSession', 'persistence');
    const conversation = await alice.converse(await alice.signIn());
    const held = await conversation.hold({ replaced: true });

    const evidence = await endings.signInAgain(conversation, held);

    await assess('loginEndsTheEarlierSession', evidence);
  },
);
