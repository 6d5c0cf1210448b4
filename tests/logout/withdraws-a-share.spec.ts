import { test } from '../../fixtures/index.ts';

test(
  'a withdrawn share link opens nothing',
  { tag: ['@revocation', '@withdrawnShareIsGone'] },
  async ({ alice, endings, needs, assess }) => {
    needs('withdrawnShareIsGone', 'persistence', 'share');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const shared = await endings.share('withdrawnShareIsGone', conversation);

    await endings.withdrawShare(conversation);

    const attacks = await shared.tryAgain('after it was withdrawn', () =>
      conversation.seenBy(session),
    );
    const { withinMs } = endings;
    await assess('withdrawnShareIsGone', { ending: 'unshared', attacks, withinMs });
  },
);
