import { test } from '../../fixtures/index.ts';

test(
  'a deleted conversation opens nothing',
  { tag: ['@revocation', '@deletedConversationIsGone'] },
  async ({ alice, endings, needs, assess }) => {
    needs('deletedConversationIsGone', 'persistence', 'remove');
    const session = await alice.signIn();
    const another = await alice.converse(session);
    const conversation = await alice.converse(session);
    const { ways, untried } = await endings.everyWay(conversation);

    await endings.remove('deletedConversationIsGone', conversation);

    const attacks = await ways.tryAgain('after the conversation was deleted', () =>
      another.seenBy(session),
    );
    const { withinMs } = endings;
    await assess('deletedConversationIsGone', { ending: 'deleted', attacks, untried, withinMs });
  },
);
